"""Enter what still binds a released person."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from jumelage.city.evidence.services.keep_claim import keep_claim
from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.atrisk.models import AdoptedPerson, Restriction
from jumelage.programmes.atrisk.rules.statuses import status_when_bound
from jumelage.programmes.atrisk.services.timeline.check_status import check_status


def keep_restriction(
    person: AdoptedPerson,
    kind: str,
    values: dict[str, Any],
    *,
    evidence: Sequence[dict[str, Any]],
    today: date,
    actor: Any,
    stored_copy: bool = False,
) -> Restriction:
    """The restriction of this `kind` on `person` with `values` (fields of `Restriction`); with an `end`, it is over.

    One that is in force makes a release `released_restricted`, checked today on the same evidence (`stored_copy`: in a
    stored copy). The same again changes nothing. Raises Refused("atrisk-restriction-known"),
    Refused("period-reversed"), ValidationError, or what `keep_claim` raises.
    """
    with transaction.atomic():
        locked = AdoptedPerson.every.select_for_update().get(pk=person.pk)
        found = Restriction.objects.filter(person=locked, kind=kind).first()
        if found:
            if any(getattr(found, name) != value for name, value in values.items()):
                raise Refused("atrisk-restriction-known", kind=found.get_kind_display())
            return found
        restriction = Restriction(person=locked, kind=kind)
        set_values(restriction, values)
        keep_claim(restriction, "existence", evidence=evidence, actor=actor)
        write_line(
            "atrisk.keep-restriction", person, actor=actor, public=locked.published, kind=kind
        )
        status = status_when_bound(locked.status, over=bool(restriction.period.is_over(today)))
        if status:
            told = {"status": status, "date": locked.status_date, "until": locked.status_until}
            told["stored_copy"] = stored_copy
            check_status(person, told, evidence=evidence, on=today, today=today, actor=actor)
    return restriction
