"""A number of the national register has no place in a dossier: the platform neither asks nor keeps it.

Source: law of 8 August 1983 organising a national register, article 8 (only those authorised may use the number);
royal decree of 3 April 1984, article 3: eleven digits, birth date, serial number, 97 minus the remainder of the first
nine by 97 (with a 2 in front for births since 2000); royal decree of 8 February 1991 (bis numbers: month + 20 or 40).
"""

import re

from jumelage.foundation.kernel.errors import Refused

_SHAPE = re.compile(
    r"(?<![\d+])(\d{2})[. /-]?(\d{2})[. /-]?(\d{2})[. /-]{0,2}(\d{3})[. /-]?(\d{2})(?!\d)"
)
_LARGEST_MONTH, _LARGEST_DAY = 12, 31


def holds_national_number(text: str) -> bool:
    """Whether `text` holds what looks like somebody's national number, in any way of writing."""
    return any(_is_one(found.groups()) for found in _SHAPE.finditer(text))


def refuse_national_number(**texts: str) -> None:
    """Check each text, given by the name of its field. Raises Refused("national-number")."""
    for field, text in texts.items():
        if holds_national_number(text):
            raise Refused("national-number", field=field)


def _is_one(parts: tuple[str, ...]) -> bool:
    month, day = int(parts[1]) % 20, int(parts[2])
    base, check = "".join(parts[:4]), int(parts[4])
    # A month or a day may be unknown, and is 00 then.
    if int(parts[1]) > 40 + _LARGEST_MONTH or month > _LARGEST_MONTH or day > _LARGEST_DAY:
        return False
    return check in {97 - int(base) % 97, 97 - int(f"2{base}") % 97}
