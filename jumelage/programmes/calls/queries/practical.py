"""Practical information of a call, and what was said about it since it was published."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from jumelage.programmes.calls.models import Call, CallDate, CallDocument, Notice, Publication
from jumelage.programmes.calls.rules.states import moment_of


@dataclass(frozen=True)
class Step:
    """A date of the calendar: its code, its own row (None for opening and closing) and when it is.

    `starts` and `ends` are moments in UTC, days, or None where nothing is known.
    """

    code: str
    row: CallDate | None
    starts: datetime | date | None
    ends: datetime | None = None


def documents_of(call: Call) -> QuerySet[CallDocument]:
    """The documents of `call`, without their text. 1 query."""
    return call.call_documents.select_related("document").defer("document__text")


def notices_of(call: Call) -> QuerySet[Notice]:
    """The public notices about `call`, the newest first. 1 query."""
    return call.notices.select_related("publication").order_by("-at", "-pk")


def same_notice(call: Call, **said: Any) -> Notice | None:
    """The last notice of `call`, when it says the very same: a second click, or a colleague was quicker. 2 queries."""
    last = call.notices.first()
    return call.notices.filter(**said, pk=last.pk).first() if last else None


def versions_of(call: Call) -> QuerySet[Publication]:
    """What changed with each version after the first, the newest first. 1 query."""
    return call.publications.filter(number__gt=1).defer("content").order_by("-number")


def calendar_of(call: Call, dates: list[CallDate]) -> list[Step]:
    """Opening, closing and `dates` in the order of time; what has no known day comes last. No query."""
    steps = [
        Step("opening", None, call.opens_at or _day(call.opens_on)),
        Step("closing", None, call.closes_at or _day(call.closes_on)),
        *(_step(row) for row in dates),
    ]
    known = [step for step in steps if step.row or step.starts]
    return sorted(known, key=_order)


def _step(row: CallDate) -> Step:
    zone = settings.TIME_ZONE
    starts = moment_of(row.date, row.starts_at, zone=zone) or _day(row.date)
    return Step(row.kind, row, starts, moment_of(row.date, row.ends_at, zone=zone))


def _day(day: Any) -> date | None:
    return day.earliest if day and day.day else None


def _order(step: Step) -> tuple[str, str]:
    """By the day as far as it is known: a month comes after its days."""
    if isinstance(step.starts, datetime):
        return step.starts.date().isoformat(), step.starts.isoformat()
    if step.starts:
        return step.starts.isoformat(), ""
    return str(step.row.date if step.row and step.row.date else "9") + "~", ""
