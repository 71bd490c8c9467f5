"""What waits for those who keep the fortnight."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.programmes.festival.choices import Act
from jumelage.programmes.festival.models import Edition, Event

_EXAMPLES = 3


def waiting(user: Any, _today: date) -> list[Waiting]:
    """Events that visitors do not see yet or whose day nobody entered, and editions without any
    event.
    """
    if not may(user, Act.KEEP):
        return []
    shown = Event.objects.filter(published=True)
    return [
        _line(_("Events not published yet"), "event", Event.objects.filter(published=False)),
        _line(
            _("Published events whose day is not known"),
            "event",
            shown.exclude(occurrences__date__isnull=False),
        ),
        _line(
            _("Published editions without any event"),
            "edition",
            Edition.objects.filter(published=True, events=None),
        ),
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
