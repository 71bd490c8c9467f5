"""From a refusal's code to its sentence, in the reader's language."""

from datetime import date, datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
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


def _told(value: Any) -> Any:
    # A partial date, which itself words its refusals here.
    if hasattr(value, "in_words"):
        return value.in_words(get_language() or settings.LANGUAGE_CODE)
    if isinstance(value, datetime):
        return date_format(localtime(value), "DATETIME_FORMAT")
    return date_format(value, "DATE_FORMAT") if isinstance(value, date) else value
