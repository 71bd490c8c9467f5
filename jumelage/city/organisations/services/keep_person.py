"""Keep somebody who acts for an organisation."""

from typing import Any

from jumelage.city.organisations.models import Person
from jumelage.foundation.audit.services.keep_record import keep_record


def keep_person(slug: str, values: dict[str, Any], *, actor: Any = None) -> Person:
    """The person `slug` with `values`: fields of `Person`, and the list `positions` (`organisation`, `role`,
    `start`, `end`), which is replaced when given.

    Raises ValidationError when a value does not suit its field.
    """
    return keep_record(
        Person,
        {"slug": slug},
        values,
        nested={"positions": ("organisation", "role")},
        act="organisations.keep-person",
        actor=actor,
    )
