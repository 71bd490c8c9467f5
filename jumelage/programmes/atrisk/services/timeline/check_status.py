"""Say what was found on a day when somebody looked."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from jumelage.city.evidence.services.keep_claim import keep_claim
from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.atrisk.models import AdoptedPerson, StatusCheck
from jumelage.programmes.atrisk.services.timeline.settle_status import settle_status


def check_status(
    person: AdoptedPerson,
    values: dict[str, Any],
    *,
    evidence: Sequence[dict[str, Any]],
    on: date,
    today: date,
    actor: Any,
) -> StatusCheck:
    """The status of `person` found on the day `on`: `values` are `status`, `date`, `until`, `stored_copy`.

    `evidence` is as `keep_claim` takes it. A second check on the same day replaces the first. The letters follow the
    status. Raises Refused("atrisk-check-future"), Refused("period-reversed"), ValidationError, or what `keep_claim`
    raises.
    """
    if on > today:
        raise Refused("atrisk-check-future", day=on)
    day = PartialDate(on.year, on.month, on.day)
    with transaction.atomic():
        AdoptedPerson.every.select_for_update().get(pk=person.pk)
        found = StatusCheck.objects.filter(person=person, checked_on=day).first()
        check = found or StatusCheck(person=person, checked_on=str(day))
        changed = set_values(check, values)
        keep_claim(check, "existence", evidence=evidence, actor=actor)
        changed += settle_status(person)
        if changed or not found:
            write_line(
                "atrisk.check-status",
                person,
                actor=actor,
                public=person.published,
                status=check.status,
            )
    return check
