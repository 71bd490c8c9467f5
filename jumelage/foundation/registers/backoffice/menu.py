"""Entries of the desk's menu."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from wagtail.admin.menu import MenuItem

from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.permissions import may_enter, may_read


class RegisterItem(MenuItem):
    """Shown to those who may read the register."""

    def __init__(self, register: Register) -> None:
        self.register = register
        super().__init__(
            register.many,
            reverse_lazy("register", args=[register.name]),
            name=f"register-{register.name}",
            icon_name=register.icon,
            order=register.order,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether to show it."""
        return may_read(request.user, self.register)


class StaffItem(MenuItem):
    """Shown to all staff."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether to show it."""
        return may_enter(request.user)
