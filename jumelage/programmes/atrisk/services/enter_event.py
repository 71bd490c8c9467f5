"""Enter something that happened."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from jumelage.city.evidence.services.keep_claim import keep_claim
from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.atrisk.models import AdoptedPerson, Event, Restriction
from jumelage.programmes.atrisk.rules.statuses import status_after
from jumelage.programmes.atrisk.services.check_status import check_status


def enter_event(
    person: AdoptedPerson,
    values: dict[str, Any],
    *,
    evidence: Sequence[dict[str, Any]],
    today: date,
    actor: Any,
) -> Event:
    """An event of `person` (`values` are fields of `Event`), resting on `evidence` as `keep_claim` takes it.

    A release, an arrest, a sentence or a death brings a new status, checked today on the same evidence: the letters
    follow it. What contradicts the timeline is kept, and flagged. Raises Refused("period-reversed"),
    ValidationError, or what `keep_claim` raises.
    """
    with transaction.atomic():
        locked = AdoptedPerson.every.select_for_update().get(pk=person.pk)
        event = Event(person=locked)
        set_values(event, {**values, "slug": _free_slug(locked, values["kind"])})
        keep_claim(event, "existence", evidence=evidence, actor=actor)
        write_line(
            "atrisk.enter-event", person, actor=actor, public=locked.published, kind=event.kind
        )
        status = status_after(
            kind=event.kind,
            date=event.date,
            known=locked.status_date,
            restricted=_restricted(locked, event.date),
        )
        if status:
            found = {"status": status, "date": event.date, "until": event.until}
            check_status(person, found, evidence=evidence, on=today, today=today, actor=actor)
    return event


def _free_slug(person: AdoptedPerson, kind: str) -> str:
    taken = set(person.events.values_list("slug", flat=True))
    number = 1
    while f"{kind}-{number}" in taken:
        number += 1
    return f"{kind}-{number}"


def _restricted(person: AdoptedPerson, day: PartialDate | None) -> bool:
    """Whether something is known to bind the person on `day`; an unknown end is not over."""
    known: list[Restriction] = list(person.restrictions.all())
    return day is not None and any(not (one.end and one.end.surely_before(day)) for one in known)
