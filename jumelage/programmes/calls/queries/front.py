"""What the front page tells of the calls: with which of them one can do something now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import OuterRef, Subquery

from jumelage.programmes.calls.choices import NoticeKind, State
from jumelage.programmes.calls.models import Call, Notice
from jumelage.programmes.calls.queries.calls import published_calls
from jumelage.programmes.calls.queries.page import days_left, grace_end
from jumelage.programmes.calls.queries.regulation import published
from jumelage.programmes.calls.rules.states import Moved

# In the order in which they are told.
STAGES = ("open", "grace", "coming", "cancelled")
Stage = Literal["open", "grace", "coming", "cancelled"]


@dataclass(frozen=True, kw_only=True)
class AtHand:
    """A call as last published and its stage; `moved`: the end that it had before, None where it was never moved.

    `grace_until`: the moment (UTC) until which a draft in use at the hour may be deposited, None out of that time.
    """

    call: Call
    stage: Stage
    online: bool
    today: bool
    moved: Moved | None
    grace_until: datetime | None


def calls_at_hand(now: datetime) -> list[AtHand]:
    """The calls that are open, have just closed, open soon, or were cancelled before their end. 1 query."""
    moves = Notice.objects.filter(
        call=OuterRef("pk"), kind__in=(NoticeKind.EXTENSION, NoticeKind.OUTAGE)
    )
    rows = published_calls().annotate(
        old_day=Subquery(moves.values("closed_on")[:1]),
        old_hour=Subquery(moves.values("closed_hour")[:1]),
    )
    found = []
    for row in rows:
        regulation = published(row)
        stage = _stage(regulation.call, now) if regulation else None
        if regulation and stage:
            head = regulation.call
            found.append(
                AtHand(
                    call=head,
                    stage=stage,
                    online=bool(row.current and row.current.form_version_id),
                    today=days_left(head, now=now) == 0,
                    moved=Moved(row.old_day, row.old_hour) if row.old_day else None,
                    grace_until=grace_end(head, now=now),
                )
            )
    return sorted(found, key=_order)


def _stage(call: Call, now: datetime) -> Stage | None:
    state = call.state(now)
    if state == State.OPEN:
        return "open"
    if state == State.COMING:
        return "coming"
    if state == State.CANCELLED:
        return "cancelled" if call.closes_at and now <= call.closes_at else None
    return "grace" if grace_end(call, now=now) else None


def _order(one: AtHand) -> tuple[int, str, str]:
    return STAGES.index(one.stage), str(one.call.closes_on or "9999"), one.call.slug
