"""From a refusal's code to its sentence, and days as people say them, in the reader's language."""

from datetime import date, datetime
from functools import cache
from typing import Any

from babel.dates import format_date
from django.conf import settings
from django.utils.timezone import localtime
from django.utils.translation import get_language

from jumelage.foundation.kernel.declared import declared
from jumelage.foundation.kernel.errors import Refused


@cache
def worded(what: str) -> dict[str, Any]:
    """Every room's words by code, from the mapping `what` of its phrases. A code worded twice raises ValueError."""
    found: dict[str, Any] = {}
    for room in declared("phrases", what):
        if twice := found.keys() & room.keys():
            raise ValueError(f"worded twice: {sorted(twice)}")
        found |= room
    return found


def sentence(refusal: Refused) -> str:
    """The refusal in words, with its details filled in; days and moments as the reader writes them."""
    details = {name: _told(value) for name, value in refusal.details.items()}
    return str(worded("PHRASES")[refusal.code]).format(**details)


def day_words(day: date, *, weekday: bool = False, language: str = "") -> str:
    """A day: "5 décembre 2022", with its weekday "jeudi 1er avril 2027"; in `language`, else the reader's."""
    reader = language or get_language() or settings.LANGUAGE_CODE
    number = "d'er'" if reader == "fr" and day.day == 1 else "d"
    return str(format_date(day, f"{'EEEE ' * weekday}{number} MMMM y", locale=reader))


def _told(value: Any) -> Any:
    # A partial date, which itself words its refusals here.
    if hasattr(value, "in_words"):
        return value.in_words(get_language() or settings.LANGUAGE_CODE)
    if isinstance(value, datetime):
        there = localtime(value)
        return f"{day_words(there)}, {there:%H:%M}"
    return day_words(value) if isinstance(value, date) else value
