"""When the check of a status grows old.

Source: domain notes on persons in danger, §7b.3: a person unverified for 180 days is marked.
"""

from datetime import date, timedelta

OLD_AFTER_DAYS = 180


def is_old(checked_on: date | None, *, today: date) -> bool:
    """Whether nobody looked for 180 days; also when nobody ever did."""
    return checked_on is None or today - checked_on >= timedelta(days=OLD_AFTER_DAYS)


def due_on(checked_on: date | None, *, today: date) -> date:
    """The day on which the next check is due: today when nobody ever looked."""
    return checked_on + timedelta(days=OLD_AFTER_DAYS) if checked_on else today
