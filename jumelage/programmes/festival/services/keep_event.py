"""Keep an event with when and where it takes place."""

from typing import Any

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.programmes.festival.models import Event

_NESTED = {"occurrences": ("slug",)}


def keep_event(slug: str, values: dict[str, Any], *, actor: Any = None) -> Event:
    """The event `slug` with `values`: fields of `Event` (linked records as records), and the list
    `occurrences` (dictionaries of their fields), which is replaced when given.

    Raises Refused("time-without-day"), Refused("occurrence-end-alone"),
    Refused("occurrence-reversed"), Refused("time-not-existing") or ValidationError.
    """
    return keep_record(
        Event, {"slug": slug}, values, nested=_NESTED, act="festival.keep-event", actor=actor
    )
