"""How many countries the fund is said to have helped, and how many of them rows can show.

Source: issue “Every part of the programme has its room, its desk and its page”: “declared 10 countries,
documented so far n”.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Coverage:
    """Numbers of countries; `declared` is None where nobody declared any."""

    declared: int | None
    documented: int

    @property
    def missing(self) -> int | None:
        """Declared countries that no row shows yet; None where none were declared or more are shown."""
        if self.declared is None or self.documented > self.declared:
            return None
        return self.declared - self.documented


def helped(countries: Sequence[str], *, of_crisis: Sequence[str]) -> list[str]:
    """The countries that an answer surely reached: its own, or the only one of its crisis; else none.

    Of a crisis in several countries, nobody may guess which one was helped.
    """
    if countries:
        return list(countries)
    return list(of_crisis) if len(of_crisis) == 1 else []
