"""Single values as people write them: numbers, euros, days.

Source: Jumelage, issue 4, item 2. Amounts are read as in Belgium ("1 234,56", "1.234,56", "1234.56") and never
guessed: what could be read in two ways, or not at all, is refused and kept as it was written.
"""

import re
from datetime import date
from decimal import Decimal

from jumelage.foundation.kernel.errors import Refused

# Amounts above are a slip of the keyboard.
LARGEST_CENTS = 99_999_999_999
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]+")
_GROUPED = (
    re.compile(r"(?P<whole>[1-9]\d{0,2}(?:[ .'’]\d{3})+)(?:,(?P<part>\d+))?", re.ASCII),
    # "1,234" alone is not read: it is a thousand for some and one and a bit for others.
    re.compile(r"(?P<whole>[1-9]\d{0,2}(?:,\d{3})+)\.(?P<part>\d+)", re.ASCII),
    re.compile(r"(?P<whole>[1-9]\d{0,2}(?:,\d{3}){2,})(?P<part>)", re.ASCII),
    re.compile(r"(?P<whole>[1-9]\d{0,2}(?: \d{3})+)\.(?P<part>\d+)", re.ASCII),
    re.compile(r"(?P<whole>\d+)(?:[.,](?P<part>\d+))?", re.ASCII),
)
_WRITTEN_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})", re.ASCII)


def parse_money(text: str) -> int:
    """Euro cents written in `text`. Raises Refused("answer-money-unreadable") or Refused("answer-too-large")."""
    bare = _BLANKS.sub(" ", text.replace("€", " ").replace("EUR", " ")).strip()
    bare = re.sub(r",-{1,2}$", "", bare)
    amount = _decimal(bare)
    if amount is None or -int(amount.as_tuple().exponent) > 2:  # noqa: PLR2004 - cents
        raise Refused("answer-money-unreadable", text=text)
    cents = int(amount * 100)
    if cents > LARGEST_CENTS:
        raise Refused("answer-too-large", text=text)
    return cents


def parse_number(text: str, decimals: int = 0) -> int | str:
    """The number written in `text`: a whole one as such, another one as "12.5".

    Raises Refused("answer-number-unreadable"), Refused("answer-number-whole"), Refused("answer-number-decimals") or
    Refused("answer-too-large").
    """
    bare = _BLANKS.sub(" ", text).strip()
    minus = bare.startswith(("-", "−"))
    number = _decimal(bare.lstrip("-−").strip())
    if number is None:
        raise Refused("answer-number-unreadable", text=text)
    places = max(0, -int(number.normalize().as_tuple().exponent))
    if places > decimals:
        code = "answer-number-decimals" if decimals else "answer-number-whole"
        raise Refused(code, text=text, decimals=decimals)
    if number > LARGEST_CENTS:
        raise Refused("answer-too-large", text=text)
    signed = -number if minus else number
    return int(signed) if places == 0 else f"{signed.normalize():f}"


def parse_day(text: str) -> str:
    """The day in `text` ("2026-02-01", "1/2/2026"), as "2026-02-01". Raises Refused("answer-date-unreadable")."""
    bare = text.strip()
    match = _WRITTEN_DAY.fullmatch(bare)
    if match:
        day, month, year = match.groups()
        bare = f"{year}-{int(month):02}-{int(day):02}"
    try:
        return date.fromisoformat(bare).isoformat()
    except ValueError as error:
        raise Refused("answer-date-unreadable", text=text) from error


def parse_email(text: str) -> str:
    """An e-mail address. Raises Refused("answer-email-unreadable")."""
    if not re.fullmatch(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}", text):
        raise Refused("answer-email-unreadable", text=text)
    return text


def written_money(cents: int) -> str:
    """Euro cents as an input holds them: "1234,50"."""
    return f"{cents // 100},{cents % 100:02}" if cents % 100 else str(cents // 100)


def written_number(number: int | str) -> str:
    """A number as an input holds it: "12,5"."""
    return str(number).replace(".", ",")


def _decimal(bare: str) -> Decimal | None:
    for shape in _GROUPED:
        if match := shape.fullmatch(bare):
            whole = re.sub(r"\D", "", match["whole"])
            return Decimal(f"{whole}.{match['part'] or '0'}" if match["part"] else whole)
    return None
