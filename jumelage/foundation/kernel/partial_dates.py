"""Dates known to the year, the month or the day, and saying which."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_skeleton
from django.core.exceptions import ValidationError
from django.db import models

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import day_words, sentence

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True)
class PartialDate:
    """A year, a month of a year or a day; `str()` gives its ISO form (2015, 2021-01, 2022-12-05).

    Raises ValueError for a date that is not in the calendar.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        known = [part for part in (self.month, self.day) if part is not None]
        date(self.year, *known, *[1] * (2 - len(known)))
        if self.day and not self.month:
            raise ValueError("a day needs its month")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the ISO form; raises Refused("date-unreadable")."""
        match = _ISO.fullmatch(text.strip())
        if not match:
            raise Refused("date-unreadable", text=text)
        try:
            return cls(*(int(part) for part in match.groups() if part))
        except ValueError:
            raise Refused("date-unreadable", text=text) from None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def surely_before(self, other: PartialDate) -> bool:
        """Whether every day it can mean lies before every day of `other`."""
        return self.latest < other.earliest

    def in_words(self, language: str) -> str:
        """As people say it: "2015", "janvier 2021", "5 décembre 2022"."""
        if self.month is None:
            return str(self.year)
        if self.day is None:
            return str(format_skeleton("yMMMM", self.earliest, locale=language))
        return day_words(self.earliest, language=language)


class PartialDateField(models.CharField):  # type: ignore[type-arg]
    """A column holding a `PartialDate`, or None where the date is unknown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 10, "null": True, "blank": True, **kwargs})

    def from_db_value(self, value: str | None, *_: Any) -> PartialDate | None:
        """Give the value as it was kept."""
        return PartialDate.parse(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        """Accept a value or its ISO form."""
        if value is None or isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(str(value)) if value else None
        except Refused as refusal:
            raise ValidationError(sentence(refusal), code=refusal.code) from refusal

    def run_validators(self, value: Any) -> None:
        """Measure the text that is kept."""
        super().run_validators(self.get_prep_value(value))

    def get_prep_value(self, value: Any) -> str | None:
        """Keep the ISO form, which sorts by time."""
        return str(value) if value else None
