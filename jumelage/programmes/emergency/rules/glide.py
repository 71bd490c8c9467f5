"""GLIDE numbers: a disaster's name that every aid worker can look up.

Source: GLIDE (Asian Disaster Reduction Center, glidenumber.net): hazard, year, six figures and country
(ISO 3166-1, three letters); the 24 hazards and the samples EQ-2001-000033-IND and FL-2011-000135-THA
as in the Monty extension of STAC (IFRC).
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from jumelage.foundation.kernel.errors import Refused

_PARTS = 4
_YEAR = re.compile(r"(19|20)\d{2}", re.ASCII)
_NUMBER = re.compile(r"\d{6}", re.ASCII)


@dataclass(frozen=True)
class Glide:
    """A number taken apart; `country` in three letters."""

    hazard: str
    year: int
    number: str
    country: str

    def __str__(self) -> str:
        return f"{self.hazard}-{self.year}-{self.number}-{self.country}"


@dataclass(frozen=True)
class About:
    """What is known of the crisis: countries in three letters, years (None: unknown), hazard ("": unknown)."""

    countries: Sequence[str]
    first_year: int | None = None
    last_year: int | None = None
    hazard: str = ""


def read_glide(
    text: str, *, hazards: Collection[str], countries: Collection[str], wanted: Sequence[str] = ()
) -> Glide:
    """The parts of a GLIDE number; `wanted` are the country codes to propose.

    Raises Refused("glide-unreadable"), Refused("glide-hazard-unknown"), Refused("glide-year-unfit"),
    Refused("glide-number-unfit") or Refused("glide-country-unknown").
    """
    bare = re.sub(r"\s+", "", text).upper()
    parts = bare.split("-")
    if len(parts) != _PARTS:
        raise Refused("glide-unreadable", text=text.strip())
    hazard, year, number, country = parts
    if hazard not in hazards:
        known = ", ".join(sorted(hazards))
        raise Refused("glide-hazard-unknown", text=bare, word=hazard, known=known)
    if not _YEAR.fullmatch(year):
        raise Refused("glide-year-unfit", text=bare, year=year)
    if not _NUMBER.fullmatch(number):
        raise Refused("glide-number-unfit", text=bare, number=number)
    if country not in countries:
        known = ", ".join(wanted) or "–"
        raise Refused("glide-country-unknown", text=bare, word=country, known=known)
    return Glide(hazard, int(year), number, country)


def check_glides(glides: Sequence[Glide], about: About) -> None:
    """Accept numbers that speak of this crisis: its countries, its years, its kind; each once.

    Raises Refused("glide-twice"), Refused("glide-country-other"), Refused("glide-year-other") or
    Refused("glide-hazard-other").
    """
    for glide in glides:
        if glides.count(glide) > 1:
            raise Refused("glide-twice", text=str(glide))
        if glide.country not in about.countries:
            known = ", ".join(about.countries)
            raise Refused("glide-country-other", text=str(glide), word=glide.country, known=known)
        _check_year(glide, about)
        if about.hazard and glide.hazard != about.hazard:
            raise Refused(
                "glide-hazard-other", text=str(glide), word=glide.hazard, kind=about.hazard
            )


def _check_year(glide: Glide, about: About) -> None:
    """A slow disaster may get its number in a later year, never in an earlier one."""
    early = about.first_year is not None and glide.year < about.first_year
    late = about.last_year is not None and glide.year > about.last_year
    if early or late:
        years = " – ".join(str(year or "") for year in (about.first_year, about.last_year))
        raise Refused("glide-year-other", text=str(glide), year=glide.year, period=years.strip())
