"""Keep a body that decides or advises."""

from typing import Any

from jumelage.city.governance.models import Body
from jumelage.foundation.audit.services.keep_record import keep_record


def keep_body(slug: str, values: dict[str, Any], *, actor: Any = None) -> Body:
    """The body `slug` with `values` (fields of `Body`; `organisation` is a record).

    Raises ValidationError when a value does not suit its field.
    """
    return keep_record(Body, {"slug": slug}, values, act="governance.keep-body", actor=actor)
