"""Where a call stands: before, during or after the time to apply.

Source: Regulation (EEC, Euratom) No 1182/71, article 3 (a period ends with its last hour);
Directive 2000/84/EC, articles 2 and 3 (summer time). The closing hour itself is still in time, one
second later is not.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate

# Later than this, an end that broke down is no news any more: the platform's own bound.
OUTAGE_DAYS = 3
Name = Literal["draft", "coming", "open", "closed", "cancelled"]


@dataclass(frozen=True)
class Moved:
    """The end that a call had before it was moved: its day, and the hour of the city's clocks where it was known."""

    day: PartialDate
    hour: time | None


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a call's state depends on. Hours are those of clocks in `zone`; unknown ones are None."""

    published: bool
    cancelled: bool
    opens_on: PartialDate | None
    opens_hour: time | None
    closes_on: PartialDate | None
    closes_hour: time | None
    zone: str

    def check(self) -> None:
        """Raises Refused("call-hour-without-day"), Refused("call-hour-not-existing") or
        Refused("call-reversed").
        """
        start = moment_of(self.opens_on, self.opens_hour, zone=self.zone)
        end = moment_of(self.closes_on, self.closes_hour, zone=self.zone)
        days = self.opens_on and self.closes_on
        reversed_days = days and self.closes_on.surely_before(self.opens_on)  # type: ignore[union-attr,arg-type]
        if reversed_days or (start and end and start >= end):
            raise Refused("call-reversed", start=self.opens_on, end=self.closes_on)


def moment_of(day: PartialDate | None, hour: time | None, *, zone: str) -> datetime | None:
    """The moment, in UTC, when clocks in `zone` show `hour` on `day`; None without an hour.

    Of an hour that comes twice, the second: nobody loses time. Raises
    Refused("call-hour-without-day") or Refused("call-hour-not-existing").
    """
    if hour is None:
        return None
    if day is None or day.day is None:
        raise Refused("call-hour-without-day", date=str(day or "–"))
    there = datetime.combine(day.earliest, hour, ZoneInfo(zone)).replace(fold=1)
    moment = there.astimezone(UTC)
    if moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != there.replace(tzinfo=None):
        raise Refused("call-hour-not-existing", day=day, time=f"{hour:%H:%M}")
    return moment


def check_hours(
    day: PartialDate | None, hours: tuple[time | None, time | None], *, zone: str
) -> None:
    """Accept the hours of start and end of a date of the calendar, or none.

    Raises Refused("call-hour-without-day"), Refused("call-hours-reversed") or
    Refused("call-hour-not-existing").
    """
    start, end = (moment_of(day, hour, zone=zone) for hour in hours)
    if end and (start is None or start >= end):
        raise Refused("call-hours-reversed")


def check_new_end(
    facts: Facts, moment: datetime | None, *, now: datetime, outage: bool = False
) -> None:
    """Accept `moment` as the new end of a call: after the old one and after `now`.

    After a breakdown at the hour, only within `OUTAGE_DAYS` days of the old end. Raises
    Refused("extension-not-later") or Refused("outage-too-late").
    """
    old = _end_of(facts)
    if moment is None or moment <= now or (old and moment <= old):
        raise Refused("extension-not-later")
    if outage and not is_outage_news(facts, now=now):
        raise Refused("outage-too-late", days=OUTAGE_DAYS)


def is_outage_news(facts: Facts, *, now: datetime) -> bool:
    """Whether a breakdown at the closing hour may still be told at `now`: until `OUTAGE_DAYS` days after the end."""
    end = _end_of(facts)
    return end is None or now - end <= timedelta(days=OUTAGE_DAYS)


def in_grace(end: datetime, grace: timedelta, *, now: datetime) -> bool:
    """Whether `now` comes after the `end` of a call, and not later than its `grace` after it."""
    return end < now <= end + grace


def state_at(facts: Facts, *, now: datetime) -> Name:
    """Where the call stands at `now`, an aware moment.

    Without an hour it opens with its first day and closes after its last; a call without a known
    closing day stays open until an act closes it, one without a known opening is open once published.
    """
    if not facts.published:
        return "draft"
    if facts.cancelled:
        return "cancelled"
    if _is_over(facts, now):
        return "closed"
    return "coming" if _is_early(facts, now) else "open"


def _end_of(facts: Facts) -> datetime | None:
    """The end, in UTC; of a day without its hour, the midnight after it; None where nothing is known."""
    if facts.closes_on is None or facts.closes_hour:
        return moment_of(facts.closes_on, facts.closes_hour, zone=facts.zone)
    morrow = facts.closes_on.latest + timedelta(days=1)
    return datetime.combine(morrow, time(), ZoneInfo(facts.zone)).astimezone(UTC)


def _is_over(facts: Facts, now: datetime) -> bool:
    if facts.closes_on is None:
        return False
    if moment := moment_of(facts.closes_on, facts.closes_hour, zone=facts.zone):
        return now > moment
    return now.astimezone(ZoneInfo(facts.zone)).date() > facts.closes_on.latest


def _is_early(facts: Facts, now: datetime) -> bool:
    if facts.opens_on is None:
        return False
    if moment := moment_of(facts.opens_on, facts.opens_hour, zone=facts.zone):
        return now < moment
    return now.astimezone(ZoneInfo(facts.zone)).date() < facts.opens_on.earliest
