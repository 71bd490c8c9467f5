"""What visitors may ask."""

from django.db import models
from django.db.models import Prefetch

from jumelage.programmes.atrisk.choices import Visibility
from jumelage.programmes.atrisk.models import AdoptedPerson, Event, Membership
from jumelage.programmes.atrisk.queries.files import visible_to


def memberships() -> models.QuerySet[Membership]:
    """The networks that the city is in, with the decision, who proposed it, and who runs them."""
    return Membership.objects.select_related("decision__proposed_by", "run_by")


def published_people() -> list[AdoptedPerson]:
    """Whom visitors may see, the latest adoption first; without a date, last."""
    people = visible_to(None).select_related("adoption").prefetch_related("checks")
    return sorted(people, key=_by_adoption)


def _by_adoption(person: AdoptedPerson) -> tuple[int, int, str]:
    date = person.adoption.date if person.adoption else None
    return (-date.latest.toordinal() if date else 0, person.order, person.slug)


def published_person(slug: str) -> AdoptedPerson | None:
    """One person whom visitors may see, with the public events, restrictions, letters and checks: 5 queries."""
    events = Event.objects.filter(visibility=Visibility.PUBLIC)
    return (
        visible_to(None)
        .select_related("adoption__proposed_by", "publication__source")
        .prefetch_related(Prefetch("events", events), "restrictions", "letters", "checks")
        .filter(slug=slug)
        .first()
    )


def was_stopped(slug: str) -> bool:
    """Whether a page stood at this address and was taken away; says nothing of whom."""
    return AdoptedPerson.every.filter(slug=slug, stopped=True).exists()
