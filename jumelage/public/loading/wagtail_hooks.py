"""The menu entry of the desk: data files."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from jumelage.foundation.accounts.permissions import may
from jumelage.public.loading.choices import Act


class LoadItem(MenuItem):
    """Shown to those who may load."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether to show it."""
        return may(request.user, Act.LOAD)


@hooks.register("register_admin_menu_item")
def load_item() -> MenuItem:
    """Data files."""
    address = reverse_lazy("load")
    return LoadItem(_("Load data files"), address, name="load", icon_name="upload", order=940)
