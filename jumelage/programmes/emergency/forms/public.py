"""What a visitor filters the crises by."""

from collections.abc import Mapping

from jumelage.programmes.emergency.queries import Chosen

_YEAR_FIGURES = 4


def chosen_by(asked: Mapping[str, str]) -> Chosen:
    """Year and country of an address; what cannot be read is left out, as an old link may hold anything."""
    year, country = asked.get("year", ""), asked.get("country", "")
    readable = len(year) == _YEAR_FIGURES and year.isascii() and year.isdecimal()
    return Chosen(year=int(year) if readable else None, country=country.upper()[:2] or None)
