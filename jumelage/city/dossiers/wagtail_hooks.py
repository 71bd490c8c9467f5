"""The menu entry of the dossiers."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from jumelage.city.dossiers.permissions import may_read_dossiers


class DossiersItem(MenuItem):
    """Shown to those who may read the dossiers."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether to show it."""
        return may_read_dossiers(request.user)


@hooks.register("register_admin_menu_item")
def dossiers_item() -> MenuItem:
    """The dossiers."""
    return DossiersItem(
        _("Dossiers"),
        reverse_lazy("desk-dossiers"),
        name="dossiers",
        icon_name="folder-open-inverse",
        order=310,
    )
