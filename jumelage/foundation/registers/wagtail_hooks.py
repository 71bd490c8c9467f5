"""The menu entries of the registers and of long work, and the desk's stylesheet."""

from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from jumelage.foundation.registers.backoffice.menu import RegisterItem, StaffItem
from jumelage.foundation.registers.queries.registry import registers


@hooks.register("register_admin_menu_item")
def registers_menu() -> MenuItem:
    """All plain registers under one entry."""
    menu = Menu(items=[RegisterItem(register) for register in registers()])
    return SubmenuMenuItem(_("Registers"), menu, name="registers", icon_name="list-ul", order=200)


@hooks.register("register_admin_menu_item")
def works_item() -> MenuItem:
    """Long work."""
    return StaffItem(
        _("Long work"), reverse_lazy("works"), name="works", icon_name="rotate", order=900
    )


@hooks.register("insert_global_admin_css")
def stylesheet() -> SafeString:
    """Our hand on every page of the desk, Wagtail's own too."""
    return format_html('<link rel="stylesheet" href="{}">', static("desk/desk.css"))
