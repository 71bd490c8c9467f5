"""Keep a source: who says, where, and when it was read."""

from typing import Any

from jumelage.city.evidence.models import Source
from jumelage.foundation.audit.services.keep_record import keep_record


def keep_source(slug: str, values: dict[str, Any], *, actor: Any = None) -> Source:
    """The source `slug` with `values` (fields of `Source`; dates may be ISO text; `document` is a record).

    Raises ValidationError when a value does not suit its field.
    """
    return keep_record(Source, {"slug": slug}, values, act="evidence.keep-source", actor=actor)
