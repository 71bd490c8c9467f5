"""How long it was between two dates that are known only in part: never more exact than they are.

Source: domain notes on persons in danger, §7b.2: adopted in January 2021, released on 10 February 2021: "about one
month", no false days.
"""

from __future__ import annotations

from dataclasses import dataclass

from jumelage.foundation.kernel.partial_dates import PartialDate

MONTHS = 12


@dataclass(frozen=True)
class Span:
    """A number of days, months or years; `exact` only between two days."""

    unit: str
    count: int
    exact: bool = False


def span(first: PartialDate, second: PartialDate) -> Span | None:
    """How long from `first` to `second`; None when `second` may lie before `first`."""
    if second.earliest < first.earliest or second.surely_before(first):
        return None
    if first.day and second.day:
        return Span("days", (second.earliest - first.earliest).days, exact=True)
    if first.month and second.month:
        count = (second.year - first.year) * MONTHS + second.month - first.month
        return Span("months", count)
    return Span("years", second.year - first.year)
