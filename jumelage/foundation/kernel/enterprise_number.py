"""Belgian enterprise numbers (Crossroads Bank for Enterprises).

Source: law of 16 January 2003 creating the Crossroads Bank for Enterprises, article 5; royal decree of 24 June 2003:
ten digits, the first 0 or 1, the last two being 97 minus the remainder of the first eight by 97.
"""

import re

from stdnum.be import vat

from jumelage.foundation.kernel.errors import Refused


def parse_enterprise_number(text: str) -> str:
    """The ten digits of "BE 0403.019.261", "(0)403.019.261" or of its old nine-digit form.

    Raises Refused("enterprise-number-length"), Refused("enterprise-number-start") or
    Refused("enterprise-number-check").
    """
    digits = re.sub(r"[\s.,/()-]", "", text.upper()).removeprefix("BE")
    if re.fullmatch(r"[1-9]\d{8}", digits, re.ASCII):
        digits = f"0{digits}"
    if not re.fullmatch(r"\d{10}", digits, re.ASCII):
        raise Refused("enterprise-number-length", text=text, count=len(re.findall(r"\d", digits)))
    if digits[0] not in "01":
        raise Refused("enterprise-number-start", text=text)
    if not vat.is_valid(digits):
        raise Refused("enterprise-number-check", text=text)
    return digits


def format_enterprise_number(digits: str) -> str:
    """As it is written: 0403.019.261."""
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"
