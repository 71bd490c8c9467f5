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
from jumelage.programmes.atrisk.services.timeline.check_status import check_status


def enter_event(
    person: AdoptedPerson,
    values: dict[str, Any],
    *,
    evidence: Sequence[dict[str, Any]],
    today: date,
    actor: Any,
    stored_copy: bool = False,
) -> Event:
    """An event of `person` (`values` are fields of `Event`), resting on `evidence` as `keep_claim` takes it.

    A release, an arrest, a sentence or a death brings a new status, checked today on the same evidence (`stored_copy`:
    in a stored copy): the letters follow it. What contradicts the timeline is kept, and flagged. The same again (a
    second click) changes nothing. Raises Refused("period-reversed"), ValidationError, or what `keep_claim` raises.
    """
    with transaction.atomic():
        locked = AdoptedPerson.every.select_for_update().get(pk=person.pk)
        if known := _known(locked, values):
            return known
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
            found["stored_copy"] = stored_copy
            check_status(person, found, evidence=evidence, on=today, today=today, actor=actor)
    return event


def _known(person: AdoptedPerson, values: dict[str, Any]) -> Event | None:
    """The event that says exactly this already."""
    key = {name: values.get(name) for name in ("kind", "title", "date", "until")}
    events: list[Event] = list(person.events.filter(kind=values["kind"]))
    return next((one for one in events if _same(one, key)), None)


def _same(event: Event, values: dict[str, Any]) -> bool:
    return all(getattr(event, name) == value for name, value in values.items())


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
