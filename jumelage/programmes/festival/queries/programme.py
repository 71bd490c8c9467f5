"""The programme, day by day, and what comes next."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jumelage.programmes.festival.choices import OccurrenceStatus
from jumelage.programmes.festival.models import Edition, Event, Occurrence
from jumelage.programmes.festival.queries.events import events_of
from jumelage.programmes.festival.rules.moments import exact_day
from jumelage.programmes.festival.rules.programme import Day, Span, by_day


@dataclass(frozen=True)
class Programme:
    """An edition's `days`, its occurrences whose day is not known, and its events of which no
    occurrence is known.
    """

    events: list[Event]
    days: list[Day[Occurrence]]
    undated: list[Occurrence]
    unplanned: list[Event]


def programme_of(edition: Edition) -> Programme:
    """What visitors may see of the programme of `edition`. 3 queries."""
    events = list(events_of(edition))
    occurrences = []
    for event in events:
        for occurrence in event.occurrences.all():
            occurrence.event = event
            occurrences.append(occurrence)
    return Programme(
        events=events,
        days=by_day(span for one in occurrences if (span := _span(one))),
        undated=[one for one in occurrences if not exact_day(one.date)],
        unplanned=[event for event in events if not event.occurrences.all()],
    )


def upcoming(today: date, *, limit: int = 5) -> list[Occurrence]:
    """The next occurrences that visitors may see, at most `limit`, those that go on included,
    cancelled ones left out. 1 query.
    """
    day = today.isoformat()
    return list(
        Occurrence.objects.filter(
            Q(date__gte=day) | Q(date__lt=day, until__gte=day),
            event__published=True,
            event__edition__published=True,
            status=OccurrenceStatus.SCHEDULED,
        )
        .select_related("event__edition", "venue")
        .order_by("date", "starts_at", "event__slug", "slug")[:limit]
    )


def _span(occurrence: Occurrence) -> Span[Occurrence] | None:
    first = exact_day(occurrence.date)
    if first is None:
        return None
    return Span(occurrence, first, exact_day(occurrence.until) or first, occurrence.starts_at)
