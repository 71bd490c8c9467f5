"""What waits for those who keep the emergency aid."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.programmes.emergency.choices import Act, Outcome
from jumelage.programmes.emergency.models import Crisis, Response

_EXAMPLES = 3


def waiting(user: Any, _today: date) -> list[Waiting]:
    """What visitors do not see yet, published aid without the decision behind it, and without evidence."""
    if not may(user, Act.KEEP):
        return []
    shown = Response.objects.filter(published=True)
    return [
        _line(_("Crises not published yet"), "crisis", Crisis.objects.filter(published=False)),
        _line(
            _("Answers to crises not published yet"),
            "response",
            Response.objects.filter(published=False),
        ),
        _line(
            _("Published aid without its decision"),
            "response",
            shown.filter(decision=None).exclude(outcome=Outcome.DEFERRED),
        ),
        _line(_("Published aid without evidence"), "response", shown.filter(claims=None)),
    ]


def _line(title: Any, name: str, records: QuerySet[Any]) -> Waiting:
    examples = tuple(
        (record.title, reverse("register-record", args=[name, record.slug]))
        for record in records[:_EXAMPLES]
    )
    return Waiting(
        title=title,
        count=records.count(),
        address=reverse("register", args=[name]),
        examples=examples,
    )
