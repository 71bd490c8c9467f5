"""Keep an edition."""

from typing import Any

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.programmes.festival.choices import EventKind
from jumelage.programmes.festival.models import Edition
from jumelage.programmes.festival.rules.programme import check_kinds


def keep_edition(slug: str, values: dict[str, Any], *, actor: Any = None) -> Edition:
    """The edition `slug` with `values`: fields of `Edition`, `documents` as records.

    Raises Refused("event-kind-unknown"), Refused("period-reversed") or ValidationError.
    """
    check_kinds(values.get("kinds", []), known=EventKind.values)
    return keep_record(Edition, {"slug": slug}, values, act="festival.keep-edition", actor=actor)
