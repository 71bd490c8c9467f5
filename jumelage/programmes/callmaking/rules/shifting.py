"""The dates of a call, moved to another year.

Source: Jumelage, issue 4, item 1 ("clone to next year" shifts every date). The rule is the
platform's own: the same day and month; 29 February becomes 28 February; a Saturday or a Sunday
becomes the Monday after, so that nothing opens or closes on a weekend; hours stay. A date known to
the month or year keeps that precision.
"""

from datetime import date, timedelta

from jumelage.foundation.kernel.partial_dates import PartialDate

_SATURDAY = 5
_LEAP_DAY = (2, 29)


def shifted(day: PartialDate | None, *, years: int) -> PartialDate | None:
    """`day` moved by `years`; None stays None."""
    if day is None:
        return None
    if day.day is None:
        return PartialDate(day.year + years, day.month)
    known = 28 if (day.month, day.day) == _LEAP_DAY else day.day
    moved = date(day.year + years, day.month or 1, known)
    if moved.weekday() >= _SATURDAY:
        moved += timedelta(days=7 - moved.weekday())
    return PartialDate(moved.year, moved.month, moved.day)


def renamed(text: str, *, before: int, after: int) -> str:
    """`text` with the year `before` replaced by `after`; without it, `text` as it is."""
    return text.replace(str(before), str(after))


def dated(text: str, *, before: int, after: int, joint: str = " ") -> str:
    """`text` renamed, with the year `after` at its end, behind `joint`, where it does not name it."""
    new = renamed(text, before=before, after=after)
    return new if str(after) in new else f"{new}{joint}{after}"
