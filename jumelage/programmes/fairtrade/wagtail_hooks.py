"""The menu entry of the suppliers' certificates."""

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from jumelage.programmes.fairtrade.permissions import may_read_certificates


class CertificatesItem(MenuItem):
    """Shown to those who may read the certificates."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether to show it."""
        return may_read_certificates(request.user)


@hooks.register("register_admin_menu_item")
def certificates_item() -> MenuItem:
    """The certificates."""
    address = reverse_lazy("desk-certificates")
    return CertificatesItem(
        _("Suppliers’ certificates"), address, name="certificates", icon_name="doc-full", order=325
    )
