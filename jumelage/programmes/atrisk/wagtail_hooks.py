"""The menu entry of the files of persons at risk."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from jumelage.programmes.atrisk.permissions import may_read_files


class FilesItem(MenuItem):
    """Shown to those who may read the files."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether to show it."""
        return may_read_files(request.user)


@hooks.register("register_admin_menu_item")
def files_item() -> MenuItem:
    """The files."""
    address = reverse_lazy("desk-people-at-risk")
    return FilesItem(
        _("Persons at risk"), address, name="people-at-risk", icon_name="user", order=320
    )
