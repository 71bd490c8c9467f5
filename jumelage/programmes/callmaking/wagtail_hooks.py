"""The menu entry of the calls."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from jumelage.programmes.calls.permissions import may_keep, may_publish


class CallsItem(MenuItem):
    """Shown to those who write or publish calls."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether to show it."""
        return may_keep(request.user) or may_publish(request.user)


@hooks.register("register_admin_menu_item")
def calls_item() -> MenuItem:
    """The calls."""
    address = reverse_lazy("desk-calls")
    return CallsItem(_("Calls for projects"), address, name="calls", icon_name="form", order=200)
