"""What the hour allows: starting, writing, depositing, before and after a call's deadline.

Source: Jumelage, issue 4, item 7: after the hour nothing starts; a draft in use during the 30 minutes before it may be
deposited within the call's grace period; a late code and a completion window are exceptions for one file.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from jumelage.foundation.kernel.errors import Refused

IN_USE_MINUTES = 30
# A view within this time of the one before is not noted again, so that reading a page does not always write.
NOTED_EVERY_SECONDS = 60


class Door(StrEnum):
    """Why the call is open to this file at this moment, or why not."""

    EARLY = "early"
    OPEN = "open"
    GRACE = "grace"
    LATE_CODE = "late-code"
    CLOSED = "closed"
    CANCELLED = "cancelled"


_REFUSALS = {
    Door.EARLY: "too-early",
    Door.CLOSED: "too-late",
    Door.CANCELLED: "call-is-cancelled",
}
OPEN_DOORS = frozenset({Door.OPEN, Door.GRACE, Door.LATE_CODE})


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """When a call opens and closes (aware moments; None: not known, then it does not open or close by itself).

    What is not `published` yet is too early, whatever its hours.
    """

    opens_at: datetime | None
    closes_at: datetime | None
    grace_minutes: int = 30
    cancelled: bool = False
    published: bool = True


@dataclass(frozen=True, kw_only=True)
class Use:
    """What one file brings: its last use before the hour, and until when its late code holds; None: none."""

    active_at: datetime | None = None
    late_until: datetime | None = None


def door_to(deadline: Deadline, use: Use, *, now: datetime) -> Door:
    """Whether the call is open to this file at `now` (aware, cut to the second): 16:00:00 is on time, 16:00:01 late."""
    moment = _second(now)
    if deadline.cancelled:
        return Door.CANCELLED
    early = deadline.opens_at and moment < _utc(deadline.opens_at)
    if early or not deadline.published:
        return Door.EARLY
    if deadline.closes_at is None or moment <= _utc(deadline.closes_at):
        return Door.OPEN
    if use.late_until and moment <= _utc(use.late_until):
        return Door.LATE_CODE
    return Door.GRACE if _in_grace(deadline, use, moment) else Door.CLOSED


def check_start(deadline: Deadline, *, late_until: datetime | None, now: datetime) -> Door:
    """The door by which a new application starts; the grace period starts none.

    Raises Refused("too-early"), Refused("too-late") or Refused("call-is-cancelled").
    """
    return _passed(door_to(deadline, Use(late_until=late_until), now=now))


def check_open(deadline: Deadline, use: Use, *, now: datetime) -> Door:
    """The door by which this file may be written, and deposited, at `now`.

    Raises Refused("too-early"), Refused("too-late") or Refused("call-is-cancelled").
    """
    return _passed(door_to(deadline, use, now=now))


def check_window(until: datetime, *, now: datetime) -> None:
    """Accept what is written for a completion until its hour; raises Refused("window-closed")."""
    if _second(now) > _utc(until):
        raise Refused("window-closed")


def ends_at(deadline: Deadline, use: Use, *, now: datetime) -> datetime | None:
    """The moment (UTC) until which this file may still be deposited, as things stand at `now`; None: not known."""
    closes_at = deadline.closes_at
    if closes_at is None:
        return None
    door = door_to(deadline, use, now=now)
    if door == Door.LATE_CODE and use.late_until:
        return _utc(use.late_until)
    minutes = deadline.grace_minutes if door == Door.GRACE else 0
    return _utc(closes_at) + timedelta(minutes=minutes)


def is_worth_noting(deadline: Deadline, active_at: datetime | None, *, now: datetime) -> bool:
    """Whether a use at `now` is to be kept: before the hour, and not a minute after one that says as much."""
    moment = _second(now)
    if deadline.closes_at and moment > _utc(deadline.closes_at):
        return False
    if active_at is None:
        return True
    if moment - _utc(active_at) >= timedelta(seconds=NOTED_EVERY_SECONDS):
        return True
    return _counts(deadline, moment) and not _counts(deadline, active_at)


def _passed(door: Door) -> Door:
    if door not in OPEN_DOORS:
        raise Refused(_REFUSALS[door])
    return door


def _in_grace(deadline: Deadline, use: Use, moment: datetime) -> bool:
    if deadline.closes_at is None or use.active_at is None:
        return False
    end = _utc(deadline.closes_at) + timedelta(minutes=deadline.grace_minutes)
    return moment <= end and _counts(deadline, use.active_at)


def _counts(deadline: Deadline, active_at: datetime) -> bool:
    """Whether a use at that moment was in the half hour before the deadline."""
    if deadline.closes_at is None:
        return False
    end = _utc(deadline.closes_at)
    return end - timedelta(minutes=IN_USE_MINUTES) <= _second(active_at) <= end


def _utc(moment: datetime) -> datetime:
    # Two moments of one zone are compared by their clocks: across a change of the hour that is wrong by an hour.
    return moment.astimezone(UTC)


def _second(moment: datetime) -> datetime:
    return _utc(moment).replace(microsecond=0)
