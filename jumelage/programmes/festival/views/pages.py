"""What the pages of an edition and of an event show."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from jumelage.city.evidence.queries import said
from jumelage.foundation.audit.queries import last_change_of
from jumelage.programmes.festival.choices import EventKind
from jumelage.programmes.festival.models import Edition, Event
from jumelage.programmes.festival.queries import programme_of


def edition_page(edition: Edition) -> dict[str, Any]:
    """An edition, its programme day by day, its documents; records bear their claims. 7 queries."""
    programme = programme_of(edition)
    occurrences = [one for event in programme.events for one in event.occurrences.all()]
    sources = said([edition, *programme.events, *occurrences])
    return {
        "edition": edition,
        "programme": programme,
        "kinds": [EventKind(code).label for code in edition.kinds],
        "documents": edition.documents.all(),
        "sources": sources,
        "trail": [trail_start()],
    }


def event_page(event: Event) -> dict[str, Any]:
    """An event, when and where it takes place, who organises it; each record bears its claims. 5
    queries.
    """
    occurrences = list(event.occurrences.all())
    venues = {one.venue.pk: one.venue for one in occurrences if one.venue}
    records = [event, *occurrences, *venues.values()]
    sources = said(records)
    edition = event.edition
    return {
        "event": event,
        "occurrences": occurrences,
        "dated": any(one.moments[0] for one in occurrences),
        "venues": list(venues.values()),
        "organisers": list(event.organisers.all()),
        "sources": sources,
        "changed": last_change_of([event, *venues.values()]),
        "trail": [
            trail_start(),
            {
                "url": reverse("fortnight-edition", args=[edition.slug]),
                "label": edition.title.marked,
            },
        ],
    }


def trail_start() -> dict[str, str]:
    """The first step of the way to a page of the room."""
    return {"url": reverse("fortnight"), "label": gettext("Fortnight")}
