"""The menu entry of the forms."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from jumelage.foundation.questionnaires.permissions import may_read_forms


class FormsItem(MenuItem):
    """Shown to those who build or publish forms."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether to show it."""
        return may_read_forms(request.user)


@hooks.register("register_admin_menu_item")
def forms_item() -> MenuItem:
    """The forms."""
    return FormsItem(
        _("Forms"), reverse_lazy("desk-forms"), name="forms", icon_name="form", order=315
    )
