"""Questions about links and redirects."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.public.links.choices import Act
from jumelage.public.links.queries.seen import broken


def waiting(user: Any, _today: date) -> list[Waiting]:
    """What waits for those who repair links."""
    if not may(user, Act.KEEP):
        return []
    title = _("Links that lead nowhere")
    return [Waiting(title=title, count=broken().count(), address=reverse("desk-links"))]
