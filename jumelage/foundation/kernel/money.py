"""Amounts of money: integers of euro cents, read from and written for people."""

import re
from copy import copy
from decimal import Decimal

from babel import Locale

from jumelage.foundation.kernel.errors import Refused

_AMOUNT = re.compile(r"(?P<euros>\d+)(?:[.,](?P<cents>\d{1,2}))?", re.ASCII)


def parse_euros(text: str) -> int:
    """Euro cents written in `text` ("12 500,50 €"); raises Refused("euros-unreadable")."""
    bare = re.sub(r"[\s\u00a0\u202f€]", "", text)
    grouped = re.sub(r"(?<=\d)[.,](?=\d{3}(\D|$))", "", bare)
    match = _AMOUNT.fullmatch(grouped)
    if not match:
        raise Refused("euros-unreadable", text=text)
    return int(match["euros"]) * 100 + int((match["cents"] or "0").ljust(2, "0"))


def format_euros(cents: int, language: str) -> str:
    """An amount in euro cents as people write it: "150 000 €" in French, "€ 150.000" in Dutch."""
    locale = Locale.parse(f"{language}_BE" if language in {"fr", "nl"} else language)
    pattern = copy(locale.currency_formats["standard"])
    if cents % 100 == 0:
        pattern.frac_prec = (0, 0)
    amount = Decimal(cents) / 100
    return str(pattern.apply(amount, locale, currency="EUR", currency_digits=False))
