"""Keep the city's place in a network."""

from typing import Any

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.programmes.atrisk.models import Membership


def keep_membership(slug: str, values: dict[str, Any], *, actor: Any = None) -> Membership:
    """The membership `slug` with `values` (fields of `Membership`; `run_by` and `decision` are records).

    Raises ValidationError when a value does not suit its field.
    """
    return keep_record(
        Membership, {"slug": slug}, values, act="atrisk.keep-membership", actor=actor
    )
