"""When a dossier that nobody manages, and with which nothing was asked, is erased.

Source: Jumelage, issue 4, item 11 (what was never deposited is erased after a stated period, with a warning before).
The 365 days are the platform's proposal; the 14 days of warning are those of drafts.
"""

from datetime import datetime, timedelta

IDLE_DAYS = 365


def idle_until(last_sign: datetime) -> datetime:
    """The moment (aware) when it is erased, `IDLE_DAYS` days after its last change or its last member left."""
    return last_sign + timedelta(days=IDLE_DAYS)


def standing_warning(warned_at: datetime | None, *, last_sign: datetime) -> datetime | None:
    """When people were warned of this erasure; None when they were not, or when somebody changed it since."""
    return warned_at if warned_at and warned_at > last_sign else None
