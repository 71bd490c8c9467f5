"""The account on which an organisation is paid: an IBAN of the single euro payments area.

Source: ISO 13616-1 (length and structure by country, check digits by ISO 7064 mod 97-10); SWIFT IBAN registry; for
Belgium the national check: the last two digits are the first ten modulo 97, 97 for 0; European Payments Council,
EPC409-09, list of SEPA scheme countries. A bank's code that no list knows is a warning: lists are late.
"""

import re
import unicodedata
from dataclasses import dataclass

from stdnum import iban
from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError
from stdnum.iso7064 import mod_97_10

from jumelage.foundation.kernel.errors import Refused

# With the length of an IBAN there.
SEPA = {
    "AD": 24, "AL": 28, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
    "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28, "IE": 22,
    "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19,
    "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "RS": 22, "SE": 24, "SI": 19, "SK": 24,
    "SM": 27, "VA": 22,
}  # fmt: skip


@dataclass(frozen=True)
class Iban:
    """An account's number without spaces; `bank_known` is None where no list of banks is at hand."""

    number: str
    bank_known: bool | None

    @property
    def country(self) -> str:
        """The country's code, two letters."""
        return self.number[:2]


def payee_iban(text: str) -> Iban:
    """The account written in `text`; blanks, hyphens, dots and the word IBAN are forgiven.

    Raises Refused("iban-unreadable"), Refused("iban-outside-sepa"), Refused("iban-length"), Refused("iban-check") or
    Refused("iban-national").
    """
    number = _compact(text)
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]+", number):
        raise Refused("iban-unreadable", text=text.strip())
    country = number[:2]
    if country not in SEPA:
        raise Refused("iban-outside-sepa", country=country)
    if len(number) != SEPA[country]:
        raise Refused("iban-length", country=country, limit=SEPA[country], count=len(number))
    if not mod_97_10.is_valid(number[4:] + number[:4]):
        raise Refused("iban-check", text=text.strip())
    return Iban(number, _bank_known(number, text))


def _compact(text: str) -> str:
    bare = re.sub(r"[\s.\-‐-―/]", "", unicodedata.normalize("NFKC", text).upper())
    return bare.removeprefix("IBAN").removeprefix(":")


def _bank_known(number: str, text: str) -> bool | None:
    """Whether the bank's code is in the list of the country; the national check is made first."""
    try:
        iban.validate(number)
    except InvalidChecksum as error:
        raise Refused("iban-national", text=text.strip(), country=number[:2]) from error
    except InvalidComponent:
        return False
    except ValidationError as error:
        raise Refused("iban-national", text=text.strip(), country=number[:2]) from error
    return True if number.startswith("BE") else None
