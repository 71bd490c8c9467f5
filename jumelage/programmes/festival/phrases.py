"""Refusals of the room, and when something takes place, in words."""

from datetime import time
from typing import Any

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.wording import day_words

PHRASES = {
    "event-kind-unknown": _("“{code}” is not a kind of event. The kinds are: {known}."),
    "time-without-day": _(
        "An hour needs a day: “{date}” is not one. Give the day, or leave the hour out."
    ),
    "occurrence-reversed": _("The end ({end}) is not after the start ({start})."),
    "occurrence-end-alone": _("An hour of end needs an hour of start."),
    "time-not-existing": _(
        "On {day} the clocks skip {time}: this hour does not exist. Give another one."
    ),
}


def start_words(day: PartialDate) -> str:
    """A day with its weekday (“mercredi 25 septembre 2024”), or the month or year that is known."""
    if day.day is None:
        return day.in_words(_reader())
    return day_words(day.earliest, weekday=True)


def hour_words(start: time | None, end: time | None) -> str:
    """The hours of the city's clocks: “18:00 – 20:00”, “from 18:00”, or that they are not known."""
    if start is None:
        return gettext("hour not known")
    if end is None:
        return gettext("from %s") % f"{start:%H:%M}"
    return f"{start:%H:%M} – {end:%H:%M}"


def days_words(first: PartialDate | None, last: PartialDate | None) -> str:
    """From the first day to the last, in words; unknown is said."""
    if first is None:
        return gettext("Day not known")
    start = start_words(first)
    return start if last is None or last == first else f"{start} – {start_words(last)}"


def _reader() -> str:
    return get_language() or "fr"


FIELDS: dict[str, Any] = {
    "accessibility": _("Accessibility"),
    "address_public": _("Address shown to visitors"),
    "directions": _("Where it is"),
    "edition": _("Edition"),
    "kinds": _("Kinds of activities"),
    "occurrences": _("When and where"),
    "organisers": _("Organisers"),
    "programme_note": _("On the programme"),
    "registration": _("How to register"),
    "registration_url": _("Address to register (external)"),
    "theme": _("Theme"),
    "venue": _("Venue"),
}
