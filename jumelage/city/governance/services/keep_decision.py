"""Keep what a body decided."""

from typing import Any

from jumelage.city.governance.models import Decision
from jumelage.foundation.audit.services.keep_record import keep_record


def keep_decision(slug: str, values: dict[str, Any], *, actor: Any = None) -> Decision:
    """The decision `slug` with `values` (fields of `Decision`; `body`, `proposed_by` and `documents` are records).

    Raises ValidationError when a value does not suit its field.
    """
    return keep_record(
        Decision, {"slug": slug}, values, act="governance.keep-decision", actor=actor
    )
