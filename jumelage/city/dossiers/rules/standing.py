"""Where a document's validity stands.

Source: the platform's own proposal: a document without an end is confirmed once a year by those who sent it, so that
a dossier used again next year says what is true then. For accounts: Code of companies and associations, article 3:47
(presented to the members within six months of the year's end), so that those of last year are asked from July on.
"""

from datetime import date, timedelta

SOON_DAYS = 60
CONFIRMED_DAYS = 365
_MONTHS_TO_PRESENT = 6
# Accounts and reports speak of one year: they do not become untrue, only old.
_OF_A_YEAR = frozenset({"accounts", "report"})


def standing(
    *,
    kind: str,
    valid_from: date | None,
    valid_until: date | None,
    confirmed_on: date,
    today: date,
) -> str:
    """One of "expired", "future", "soon" (within 60 days), "to_confirm" (not confirmed for 365 days) or "valid"."""
    if valid_until is not None and valid_until < today:
        return "expired"
    if valid_from is not None and valid_from > today:
        return "future"
    if valid_until is not None and valid_until <= today + timedelta(days=SOON_DAYS):
        return "soon"
    asked_yearly = valid_until is None and kind not in _OF_A_YEAR
    return "to_confirm" if asked_yearly and _old(confirmed_on, today) else "valid"


def accounts_too_old(year: int | None, *, today: date) -> bool:
    """Whether accounts of the financial `year` (None: unknown) are older than the last that can be asked for."""
    last = today.year - (1 if today.month > _MONTHS_TO_PRESENT else 2)
    return year is None or year < last


def _old(confirmed_on: date, today: date) -> bool:
    return confirmed_on + timedelta(days=CONFIRMED_DAYS) < today
