"""Events as entries of a calendar file."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from jumelage.foundation.audit.queries import last_change_of
from jumelage.foundation.calendars.queries import CalendarEvent, calendar
from jumelage.programmes.festival.choices import OccurrenceStatus
from jumelage.programmes.festival.models import Event, Occurrence, Venue

# Of a record older than the journal; a calendar program asks for some moment.
_LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


def calendar_answer(title: Any, events: Iterable[Event], *, name: str) -> HttpResponse:
    """The occurrences of `events` whose day is known, as a calendar file called `name`."""
    listed = list(events)
    stamp = last_change_of(listed) or _LONG_AGO
    entries = [
        entry
        for event in listed
        for one in event.occurrences.all()
        if (entry := _entry(event, one, stamp))
    ]
    made = calendar(entries, name=str(title), product="-//Jumelage//Fortnight//EN")
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _entry(event: Event, occurrence: Occurrence, stamp: datetime) -> CalendarEvent | None:
    starts, ends = occurrence.moments
    if starts is None:
        return None
    host = urlsplit(settings.SITE_ADDRESS).hostname
    return CalendarEvent(
        uid=f"{event.slug}.{occurrence.slug}@{host}",
        stamp=stamp,
        starts=starts,
        ends=ends,
        summary=str(event.title),
        description="\n\n".join(filter(None, (str(event.summary), str(occurrence.note)))),
        location=_where(occurrence.venue),
        url=settings.SITE_ADDRESS + reverse("fortnight-event", args=[event.slug]),
        categories=(event.get_kind_display(),),
        cancelled=occurrence.status == OccurrenceStatus.CANCELLED,
        language=get_language() or "",
    )


def _where(venue: Venue | None) -> str:
    if venue is None:
        return ""
    parts = [str(venue.name), *([str(venue.directions)] if venue.address_public else [])]
    return ", ".join(part for part in parts if part)
