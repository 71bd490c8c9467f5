"""The events of a person in order of time, with what contradicts what."""

from collections.abc import Iterable
from dataclasses import dataclass

from jumelage.programmes.atrisk.models import Event
from jumelage.programmes.atrisk.rules.timeline import Moment, contradictions, in_order


@dataclass(frozen=True)
class Conflict:
    """Two events that cannot both be right, and why, by code."""

    code: str
    first: Event
    second: Event


def ordered(events: Iterable[Event]) -> list[Event]:
    """The events by time, mixed precision included; those without a date last."""
    by_slug = {event.slug: event for event in events}
    return [by_slug[slug] for slug in in_order(map(_moment, by_slug.values()))]


def conflicts(events: Iterable[Event]) -> list[Conflict]:
    """What contradicts what among `events`."""
    by_slug = {event.slug: event for event in events}
    found = contradictions([_moment(event) for event in by_slug.values()])
    return [Conflict(one.code, by_slug[one.first], by_slug[one.second]) for one in found]


def _moment(event: Event) -> Moment:
    return Moment(event.slug, event.kind, event.date, event.until)
