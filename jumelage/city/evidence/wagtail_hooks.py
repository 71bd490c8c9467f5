"""The menu entry of the evidence."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from jumelage.city.evidence.permissions import may_see_evidence


class EvidenceItem(MenuItem):
    """Shown to those who may look at the evidence."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether to show it."""
        return may_see_evidence(request.user)


@hooks.register("register_admin_menu_item")
def evidence_item() -> MenuItem:
    """Who says what."""
    address = reverse_lazy("desk-claims")
    return EvidenceItem(_("Evidence"), address, name="evidence", icon_name="openquote", order=250)
