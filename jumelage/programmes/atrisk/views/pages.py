"""What the pages of persons at risk show."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from jumelage.city.evidence.queries import said
from jumelage.foundation.audit.queries import last_change_of
from jumelage.programmes.atrisk.choices import EventKind
from jumelage.programmes.atrisk.models import AdoptedPerson, Event, Letter
from jumelage.programmes.atrisk.phrases import after_adoption
from jumelage.programmes.atrisk.queries import memberships, published_people
from jumelage.programmes.atrisk.queries.timeline import conflicts, ordered
from jumelage.programmes.atrisk.rules.checks import is_old
from jumelage.programmes.atrisk.rules.spans import span
from jumelage.programmes.atrisk.rules.statuses import letter_place, letters_shown

Page = dict[str, Any]


def people_page() -> Page:
    """The networks and the persons, each bearing its claims, and the sources of them all."""
    networks, people = list(memberships()), published_people()
    decisions: dict[int | None, Any] = {one.adoption_id: one.adoption for one in people}
    for person in people:
        # One decision may be that of several persons: they share the record that bears the claims.
        person.adoption = decisions[person.adoption_id]
        vars(person)["check"] = next(iter(person.checks.all()), None)
    said_of: list[Any] = [*networks, *(one.decision for one in networks), *decisions.values()]
    said_of += [vars(person)["check"] for person in people]
    return {
        "networks": networks,
        "people": people,
        "sources": said([one for one in dict.fromkeys(said_of) if one]),
    }


def person_page(person: AdoptedPerson, *, today: date) -> Page:
    """Everything that visitors may know of a person, each record bearing its claims."""
    events = ordered(person.events.all())
    check = next(iter(person.checks.all()), None)
    letters = [one for one in person.letters.all() if _may_write(one, person)]
    restrictions = list(person.restrictions.all())
    records: list[Any] = [person, *events, *restrictions, *letters, *([check] if check else [])]
    sources = said([*records, *([person.adoption] if person.adoption else [])])
    claims = [claim for record in records for claim in record.said.values()]
    for event in events:
        vars(event)["after"] = _after(person, event)
    return {
        "person": person,
        "events": events,
        "conflicts": conflicts(events),
        "check": check,
        "old": is_old(person.checked_on, today=today),
        "restrictions": [(one, one.period.is_over(today)) for one in restrictions],
        "place": letter_place(person.status),
        "letters": letters,
        "publication": getattr(person, "publication", None),
        "sources": sources,
        "changed": last_change_of([*records, *claims]),
        "trail": [{"url": reverse("people-at-risk"), "label": gettext("Persons at risk")}],
        "unknown": gettext("Not known"),
    }


def _may_write(letter: Letter, person: AdoptedPerson) -> bool:
    return letter.status == person.status and letter.kind in letters_shown(person.status)


def _after(person: AdoptedPerson, event: Event) -> str:
    """How long after the adoption the release came; "" for anything else."""
    adopted = person.adoption.date if person.adoption else None
    if event.kind != EventKind.RELEASE or not adopted or not event.date or event.until:
        return ""
    found = span(adopted, event.date)
    return after_adoption(found.unit, found.count, exact=found.exact) if found else ""
