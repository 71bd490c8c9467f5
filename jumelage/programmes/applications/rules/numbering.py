"""The number of a deposit: the call's year, a sequence within it, and two check digits: "2027-00042-26".

Source: Jumelage, issue 4, item 6; the check is that of Belgian numbers (97 minus the remainder by 97, never 00), so
that a slip of one digit, or two digits that change places, is seen.
"""

import re

_WRITTEN = re.compile(r"\s*(\d{4})[\s.\-/]*(\d{5,6})[\s.\-/]*(\d{2})\s*", re.ASCII)


def number_of(*, year: int, sequence: int) -> str:
    """The number of the deposit that came as the `sequence`-th of its `year` (a call's)."""
    return f"{year:04d}-{sequence:05d}-{_check(year, sequence)}"


def read_number(text: str) -> str | None:
    """The number that somebody wrote, with or without hyphens; None when it cannot be one of ours."""
    found = _WRITTEN.fullmatch(text)
    if not found:
        return None
    year, sequence = int(found[1]), int(found[2])
    return number_of(year=year, sequence=sequence) if _check(year, sequence) == found[3] else None


def _check(year: int, sequence: int) -> str:
    return f"{97 - (year * 1_000_000 + sequence) % 97:02d}"
