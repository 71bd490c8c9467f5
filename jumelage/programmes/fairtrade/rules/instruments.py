"""The fundamental instruments of the International Labour Organization, in the two sets that tenders name.

Source: International Labour Organization, list of fundamental instruments (libguides.ilo.org); International Labour
Conference, 110th session, June 2022 (C155 and C187 become fundamental). C182, the last of the eight, is of 1999. A year
is that of adoption.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Instrument:
    """A convention (C) or a protocol (P): its number, the year of its adoption, its principle by code."""

    code: str
    year: int
    principle: str
    since_2022: bool = False


@dataclass(frozen=True)
class InstrumentSet:
    """The instruments that counted as fundamental from `start` to `end` (ISO dates, as exact as known; "" is open)."""

    code: str
    start: str
    end: str
    instruments: tuple[Instrument, ...]


INSTRUMENTS = (
    Instrument("C029", 1930, "forced-labour"),
    Instrument("P029", 2014, "forced-labour", since_2022=True),
    Instrument("C087", 1948, "association"),
    Instrument("C098", 1949, "association"),
    Instrument("C100", 1951, "discrimination"),
    Instrument("C105", 1957, "forced-labour"),
    Instrument("C111", 1958, "discrimination"),
    Instrument("C138", 1973, "child-labour"),
    Instrument("C155", 1981, "safety", since_2022=True),
    Instrument("C182", 1999, "child-labour"),
    Instrument("C187", 2006, "safety", since_2022=True),
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
