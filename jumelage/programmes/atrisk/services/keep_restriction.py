"""Enter what still binds a released person."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from jumelage.city.evidence.services.keep_claim import keep_claim
from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.atrisk.models import AdoptedPerson, Restriction


def keep_restriction(
    person: AdoptedPerson,
    kind: str,
    values: dict[str, Any],
    *,
    evidence: Sequence[dict[str, Any]],
    actor: Any,
) -> Restriction:
    """The restriction of this `kind` on `person` with `values` (fields of `Restriction`); an `end` says that it is over.

    The same again changes nothing. Raises Refused("period-reversed"), ValidationError, or what `keep_claim` raises.
    """
    with transaction.atomic():
        locked = AdoptedPerson.every.select_for_update().get(pk=person.pk)
        found = Restriction.objects.filter(person=locked, kind=kind).first()
        restriction = found or Restriction(person=locked, kind=kind)
        changed = set_values(restriction, values)
        keep_claim(restriction, "existence", evidence=evidence, actor=actor)
        if changed or not found:
            write_line(
                "atrisk.keep-restriction", person, actor=actor, public=locked.published, kind=kind
            )
    return restriction
