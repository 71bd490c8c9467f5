"""Menu entries of the pages that join several rooms; what Wagtail would show of its own accord stays away."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.registers.choices import Act as RegisterAct
from jumelage.public.site.choices import Act as SiteAct

# Entries of Wagtail for what our own rooms keep.
_NOT_OURS = {"documents", "help"}


class ActItem(MenuItem):
    """Shown to those who hold the act."""

    def __init__(self, act: str, *args: object, **kwargs: object) -> None:
        self.act = act
        super().__init__(*args, **kwargs)

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether to show it."""
        return may(request.user, self.act)


@hooks.register("register_admin_menu_item")
def languages_item() -> MenuItem:
    """How texts stand in each language."""
    address = reverse_lazy("desk-languages")
    return ActItem(
        RegisterAct.READ, _("Languages"), address, name="languages", icon_name="globe", order=300
    )


@hooks.register("register_admin_menu_item")
def set_up_item() -> MenuItem:
    """Whose site this is."""
    address = reverse_lazy("set-up")
    return ActItem(
        SiteAct.SET_UP, _("Whose site this is"), address, name="set-up", icon_name="cog", order=950
    )


@hooks.register("construct_main_menu")
def leave_out(_request: HttpRequest, items: list[MenuItem]) -> None:
    """Take away what is not ours."""
    items[:] = [item for item in items if item.name not in _NOT_OURS]
