"""Keep the emergency fund."""

from typing import Any

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.programmes.emergency.choices import Principle
from jumelage.programmes.emergency.models import Fund
from jumelage.programmes.emergency.rules.aid import check_principles


def keep_fund(slug: str, values: dict[str, Any], *, actor: Any = None) -> Fund:
    """The fund `slug` with `values`: fields of `Fund`.

    Raises Refused("principle-unknown") or ValidationError.
    """
    check_principles(values.get("principles", []), known=Principle.values)
    return keep_record(Fund, {"slug": slug}, values, act="emergency.keep-fund", actor=actor)
