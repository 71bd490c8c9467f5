"""The programme, day by day.

Source: issue “Every part of the programme has its room, its desk and its page”, programme by day.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Generic, TypeVar

from jumelage.foundation.kernel.errors import Refused

Item = TypeVar("Item")


@dataclass(frozen=True)
class Span(Generic[Item]):
    """An item from its first day to its last, both included; `hour` is when it starts, None where
    unknown.
    """

    item: Item
    first: date
    last: date
    hour: time | None = None


@dataclass
class Day(Generic[Item]):
    """One day: what starts on it, by hour (unknown last), and what goes on since before."""

    date: date
    starting: list[Item] = field(default_factory=list)
    going_on: list[Item] = field(default_factory=list)


def by_day(spans: Iterable[Span[Item]]) -> list[Day[Item]]:
    """Every day on which something takes place, in order; an item is on each of its days."""
    days: dict[date, Day[Item]] = {}
    for span in sorted(
        spans, key=lambda span: (span.first, span.hour is None, span.hour or time())
    ):
        for number in range((span.last - span.first).days + 1):
            day = span.first + timedelta(days=number)
            on = days.setdefault(day, Day(day))
            (on.going_on if number else on.starting).append(span.item)
    return [days[day] for day in sorted(days)]


def check_kinds(codes: Iterable[str], *, known: Iterable[str]) -> None:
    """Accept kinds of events that are all `known`; raises Refused("event-kind-unknown")."""
    kinds = list(known)
    for code in codes:
        if code not in kinds:
            raise Refused("event-kind-unknown", code=code, known=", ".join(kinds))
