"""Belgian enterprise numbers (Crossroads Bank for Enterprises).

Source: law of 16 January 2003 creating the Crossroads Bank for Enterprises, article 5; royal decree of 24 June 2003:
ten digits, the first 0 or 1, the last two being 97 minus the remainder of the first eight by 97.
"""

import re

from stdnum.be import vat

from jumelage.foundation.kernel.errors import Refused

DIGITS = 10


def parse_enterprise_number(text: str) -> str:
    """The ten digits of "BE 0403.019.261" or of its old nine-digit form.

    Raises Refused("enterprise-number-length") or Refused("enterprise-number-check").
    """
    digits = re.sub(r"^(BE)?", "", re.sub(r"[\s./-]", "", text.upper()))
    if re.fullmatch(r"[1-9]\d{8}", digits):
        digits = f"0{digits}"
    if not re.fullmatch(r"[01]\d{9}", digits):
        raise Refused("enterprise-number-length", text=text, count=len(digits))
    if not vat.is_valid(digits):
        raise Refused("enterprise-number-check", text=text)
    return digits


def format_enterprise_number(digits: str) -> str:
    """As it is written: 0403.019.261."""
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"
