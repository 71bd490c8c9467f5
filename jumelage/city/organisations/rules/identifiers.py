"""Numbers given by registers, in one way of writing.

Source: org-id.guide, list BE-BCE_KBO (Crossroads Bank for Enterprises): ten digits without dots.
"""

from jumelage.city.organisations.choices import ENTERPRISES
from jumelage.foundation.kernel.enterprise_number import parse_enterprise_number


def clean_identifier(scheme: str, value: str) -> str:
    """The number as it is kept; a Belgian enterprise number is checked.

    Raises Refused("enterprise-number-length") or Refused("enterprise-number-check").
    """
    return parse_enterprise_number(value) if scheme == ENTERPRISES else value.strip()
