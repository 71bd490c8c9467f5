"""Keep a place."""

from typing import Any

from jumelage.city.portfolio.models import Place
from jumelage.foundation.audit.services.keep_record import keep_record


def keep_place(slug: str, values: dict[str, Any], *, actor: Any = None) -> Place:
    """The place `slug` with `values` (fields of `Place`; `parent` is a record; degrees, km²).

    Raises ValidationError when a value does not suit its field.
    """
    return keep_record(Place, {"slug": slug}, values, act="portfolio.keep-place", actor=actor)
