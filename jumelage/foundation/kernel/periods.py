"""Periods between two dates, each known or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate


@dataclass(frozen=True)
class Period:
    """From `start` to `end`, both included; None means unknown, never "for ever".

    Raises Refused("period-reversed") when the end surely lies before the start.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end.surely_before(self.start):
            raise Refused("period-reversed", start=self.start, end=self.end)

    def is_over(self, today: date) -> bool:
        """Whether its last possible day has passed; an unknown end is not over."""
        return bool(self.end and self.end.latest < today)

    def has_begun(self, today: date) -> bool:
        """Whether its first possible day has come; an unknown start counts as come."""
        return not self.start or self.start.earliest <= today

    def in_words(self, language: str) -> str:
        """Such as "2021–2024", "2022 – décembre 2023" or "2002 –"; "" when nothing is known."""
        start, end = (part.in_words(language) if part else "" for part in (self.start, self.end))
        if not (start or end) or start == end:
            return start
        years = self.start and self.end and not (self.start.month or self.end.month)
        return f"{start}–{end}" if years else f"{start} – {end}".strip()
