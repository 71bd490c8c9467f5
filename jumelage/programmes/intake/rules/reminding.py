"""On which days those with a draft are reminded, and when a draft is erased.

Source: Jumelage, issue 4, item 6 (seven days before, two days before, the last day) and item 11 (erased after the
period that the call states, with a warning before). The 14 days of warning are the platform's proposal.
"""

from datetime import date, datetime, timedelta

# From the first to the last; a night that did not run is made up for the next one.
DAYS = (7, 2, 0)
_LATE_DAYS = 1
WARNING_DAYS = 14


def reminder_due(*, closes_on: date, today: date) -> int | None:
    """Which reminder is due: 7, 2 or 0 days before the call closes; None on other days."""
    left = (closes_on - today).days
    for day in DAYS:
        if left == day or (day and left == day - _LATE_DAYS):
            return day
    return None


def erased_at(*, closes_at: datetime, retention_days: int) -> datetime:
    """The moment (aware) when a draft never deposited is erased, `retention_days` days after the close."""
    return closes_at + timedelta(days=retention_days)


def is_warning_due(erased: datetime, *, now: datetime) -> bool:
    """Whether people are told now that the draft is about to be erased."""
    return now >= erased - timedelta(days=WARNING_DAYS)


def is_erasure_due(erased: datetime, *, warned_at: datetime | None, now: datetime) -> bool:
    """Whether the draft is erased now: its day has come, and people had the whole time of the warning."""
    if warned_at is None:
        return False
    return now >= max(erased, warned_at + timedelta(days=WARNING_DAYS))
