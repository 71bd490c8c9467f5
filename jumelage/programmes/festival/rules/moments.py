"""When something starts and ends: local hours, exact moments.

Source: RFC 5545, sections 3.3.4 and 3.3.5 (a date is no date-time; local times follow their
zone); Directive 2000/84/EC of 19 January 2001, articles 2 and 3 (summer time runs from the last
Sunday of March to the last of October).
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate

# A moment in UTC, a day where no hour is known, or nothing.
When = date | datetime | None


def instant(day: date, hour: time, *, zone: str) -> datetime:
    """The moment, in UTC, when clocks in `zone` show `hour` on `day`; of an hour that comes twice,
    the first.

    Raises Refused("time-not-existing") for an hour that the clocks skip.
    """
    there = datetime.combine(day, hour, ZoneInfo(zone))
    moment = there.astimezone(UTC)
    if moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != there.replace(tzinfo=None):
        raise Refused("time-not-existing", day=day, time=f"{hour:%H:%M}")
    return moment


def moments(
    first: PartialDate | None,
    last: PartialDate | None,
    hours: tuple[time | None, time | None],
    *,
    zone: str,
) -> tuple[When, When]:
    """Start and end as far as they are known: a moment in UTC, a day, or None; without `last`, the
    end is on `first`.

    `hours` are those of start and end, in `zone`. Raises Refused("time-without-day"),
    Refused("occurrence-end-alone"), Refused("occurrence-reversed") or
    Refused("time-not-existing").
    """
    begins, ends = hours
    if ends and not begins:
        raise Refused("occurrence-end-alone")
    start = _moment(first, begins, zone)
    end = _moment(last or first, ends, zone) if last or ends else None
    _check_order(start, end, first, last)
    return start, end


def exact_day(day: PartialDate | None) -> date | None:
    """The day, where it is known to the day."""
    return day.earliest if day and day.day else None


def _moment(day: PartialDate | None, hour: time | None, zone: str) -> When:
    known = exact_day(day)
    if hour is None:
        return known
    if known is None:
        raise Refused("time-without-day", date=day or "–")
    return instant(known, hour, zone=zone)


def _check_order(
    start: When,
    end: When,
    first: PartialDate | None,
    last: PartialDate | None,
) -> None:
    days_reversed = bool(first and last and last.surely_before(first))
    both = isinstance(start, datetime) and isinstance(end, datetime)
    if days_reversed or (both and start >= end):  # type: ignore[operator]
        shown = (start, end) if both else (first, last)
        raise Refused("occurrence-reversed", start=shown[0], end=shown[1])
