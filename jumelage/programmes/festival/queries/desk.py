"""What waits for those who keep the fortnight."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.foundation.registers.queries.agenda import waiting_in
from jumelage.programmes.festival.choices import Act
from jumelage.programmes.festival.models import Edition, Event


def waiting(user: Any, _today: date) -> list[Waiting]:
    """Events that visitors do not see yet or whose day nobody entered, and editions without any
    event.
    """
    if not may(user, Act.KEEP):
        return []
    shown = Event.objects.filter(published=True)
    return [
        waiting_in("event", Event.objects, title=_("Events not published yet"), published=False),
        waiting_in(
            "event",
            shown.exclude(occurrences__date__isnull=False),
            title=_("Published events whose day is not known"),
        ),
        waiting_in(
            "edition",
            Edition.objects.filter(published=True, events=None),
            title=_("Published editions without any event"),
        ),
    ]
