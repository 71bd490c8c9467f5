"""Texts that wait for a translation or for a second look."""

from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.foundation.registers.choices import TextState
from jumelage.foundation.registers.queries.registry import registers
from jumelage.foundation.registers.queries.texts import number_missing, number_outdated


def waiting(user: Any, _today: date) -> list[Waiting]:
    """Records that `user` keeps and that lack a required language, or hold an older text."""
    kinds = [one.label for one in registers() if may(user, one.act)]
    if not kinds:
        return []
    address = reverse("desk-languages")
    return [
        Waiting(
            title=_("Records without their French or Dutch text"),
            count=number_missing(kinds=kinds, languages=settings.REQUIRED_LANGUAGES),
            address=f"{address}?state={TextState.MISSING}",
        ),
        Waiting(
            title=_("Records with a text older than its other languages"),
            count=number_outdated(kinds=kinds),
            address=f"{address}?state={TextState.OUTDATED}",
        ),
    ]
