"""The menu entry of the applications."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from jumelage.programmes.applications.permissions import may_list


class ApplicationsItem(MenuItem):
    """Shown to those who see some of them."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether to show it."""
        return may_list(request.user)


@hooks.register("register_admin_menu_item")
def applications_item() -> MenuItem:
    """The applications."""
    address = reverse_lazy("desk-applications")
    return ApplicationsItem(
        _("Applications"), address, name="applications", icon_name="doc-full", order=205
    )
