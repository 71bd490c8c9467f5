"""Keep a mark of the guide."""

from typing import Any

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.programmes.fairtrade.models import Mark


def keep_mark(slug: str, values: dict[str, Any], *, actor: Any = None) -> Mark:
    """The mark `slug` with `values` (fields of `Mark`). Raises ValidationError when a value does not suit its field."""
    return keep_record(Mark, {"slug": slug}, values, act="fairtrade.keep-mark", actor=actor)
