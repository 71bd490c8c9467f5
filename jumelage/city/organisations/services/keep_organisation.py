"""Keep an organisation with its identifiers and contacts."""

from collections.abc import Sequence
from typing import Any

from jumelage.city.organisations.models import Identifier, Organisation
from jumelage.city.organisations.rules.identifiers import clean_identifier
from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.foundation.kernel.errors import Refused

_NESTED = {"identifiers": ("scheme", "value"), "contacts": ("channel", "value")}


def keep_organisation(slug: str, values: dict[str, Any], *, actor: Any = None) -> Organisation:
    """The organisation `slug` with `values`: fields of `Organisation`, and the lists `identifiers` (`scheme`, `value`)
    and `contacts` (`channel`, `value`, `public`), which are replaced when given.

    Raises Refused("enterprise-number-length"), Refused("enterprise-number-check"), Refused("identifier-taken")
    or ValidationError.
    """
    if "identifiers" in values:
        values = {**values, "identifiers": _checked(slug, values["identifiers"])}
    return keep_record(
        Organisation,
        {"slug": slug},
        values,
        nested=_NESTED,
        act="organisations.keep-organisation",
        actor=actor,
    )


def _checked(slug: str, identifiers: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    checked = [
        {**one, "value": clean_identifier(one["scheme"], one["value"])} for one in identifiers
    ]
    for one in checked:
        held = Identifier.objects.filter(scheme=one["scheme"], value=one["value"])
        other = held.exclude(organisation__slug=slug).select_related("organisation").first()
        if other:
            raise Refused("identifier-taken", name=other.organisation, **one)
    return checked
