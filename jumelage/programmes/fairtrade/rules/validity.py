"""Where a certificate stands today, and which reminder is due.

Source: issue 3 ("expired" and "expires soon"); domain notes on solidarity, §7a.3: an expired one is counted beside
those that expire soon, so that a window that only looks forward never shows a clean 0.
"""

from datetime import date

from jumelage.foundation.kernel.errors import Refused

EXPIRES_SOON_DAYS = 60
# From the widest to the narrowest; EXPIRED_DAYS is reached on the day after the last day of validity.
EXPIRED_DAYS = -1
REMINDER_DAYS = (60, 30, 7, EXPIRED_DAYS)

EXPIRED, SOON, FUTURE, VALID = "expired", "soon", "future", "valid"


def check_order(*, valid_from: date, valid_until: date) -> None:
    """Accept a validity whose last day is not before its first. Raises Refused("certificate-reversed")."""
    if valid_until < valid_from:
        raise Refused("certificate-reversed", start=valid_from, end=valid_until)


def check_day(on: date, *, today: date) -> None:
    """Accept a check made today or before. Raises Refused("certificate-check-future")."""
    if on > today:
        raise Refused("certificate-check-future", day=on)


def days_left(valid_until: date, *, today: date) -> int:
    """Days until the last day of validity: 0 on that day, negative afterwards."""
    return (valid_until - today).days


def validity(*, valid_from: date, valid_until: date, today: date) -> str:
    """One of "expired", "future" (not valid yet), "soon" (within 60 days), "valid"."""
    left = days_left(valid_until, today=today)
    if left < 0:
        return EXPIRED
    if today < valid_from:
        return FUTURE
    return SOON if left <= EXPIRES_SOON_DAYS else VALID


def reminder_due(valid_until: date, *, today: date) -> int | None:
    """The narrowest threshold (in days) that has been reached; None while none is."""
    left = days_left(valid_until, today=today)
    return min((days for days in REMINDER_DAYS if left <= days), default=None)
