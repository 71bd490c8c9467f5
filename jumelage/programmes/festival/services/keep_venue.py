"""Keep a venue."""

from typing import Any

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.programmes.festival.models import Venue


def keep_venue(slug: str, values: dict[str, Any], *, actor: Any = None) -> Venue:
    """The venue `slug` with `values`: fields of `Venue`. Raises ValidationError."""
    return keep_record(Venue, {"slug": slug}, values, act="festival.keep-venue", actor=actor)
