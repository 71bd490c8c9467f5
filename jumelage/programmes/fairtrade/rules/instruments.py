"""The fundamental instruments of the International Labour Organization, in the two sets that tenders name.

Source: International Labour Organization, list of fundamental instruments (libguides.ilo.org); International Labour
Conference, 110th session, June 2022 (C155 and C187 become fundamental). C182, the last of the eight, is of 1999. A year
is that of adoption.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Instrument:
    """A convention (C) or a protocol (P): its number and the year of its adoption."""

    code: str
    year: int
    since_2022: bool = False


@dataclass(frozen=True)
class InstrumentSet:
    """The instruments that counted as fundamental from `start` to `end` (ISO dates, as exact as known; "" is open)."""

    code: str
    start: str
    end: str
    instruments: tuple[Instrument, ...]


INSTRUMENTS = (
    Instrument("C029", 1930),
    Instrument("P029", 2014, since_2022=True),
    Instrument("C087", 1948),
    Instrument("C098", 1949),
    Instrument("C100", 1951),
    Instrument("C105", 1957),
    Instrument("C111", 1958),
    Instrument("C138", 1973),
    Instrument("C155", 1981, since_2022=True),
    Instrument("C182", 1999),
    Instrument("C187", 2006, since_2022=True),
)
EIGHT, ELEVEN = "ilo-8", "ilo-11"
SETS = MappingProxyType(
    {
        EIGHT: InstrumentSet(
            EIGHT, "1999", "2022-06", tuple(one for one in INSTRUMENTS if not one.since_2022)
        ),
        ELEVEN: InstrumentSet(ELEVEN, "2022-06", "", INSTRUMENTS),
    }
)
