"""Keep what the city holds, buys or asks."""

from typing import Any

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.programmes.fairtrade.models import Practice


def keep_practice(slug: str, values: dict[str, Any], *, actor: Any = None) -> Practice:
    """The practice `slug` with `values` (fields of `Practice`). Raises ValidationError when one does not fit."""
    return keep_record(Practice, {"slug": slug}, values, act="fairtrade.keep-practice", actor=actor)
