"""Persons at risk: invented names, in an invented danger."""

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from jumelage.foundation.accounts.models import Role, User
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.atrisk.choices import Act, EventKind, RestrictionKind, Status
from jumelage.programmes.atrisk.models import AdoptedPerson, Event, Restriction
from tests.factories.governance import DecisionFactory
from tests.factories.texts import text


class AdoptedPersonFactory(DjangoModelFactory[AdoptedPerson]):
    """A published person in detention, checked on 1 June 2026."""

    class Meta:
        model = AdoptedPerson

    slug = factory.Sequence("person-{}".format)
    name = factory.LazyAttribute(lambda made: f"Nadira {made.slug.title()}")
    country = "IR"
    who = factory.LazyFunction(lambda: text("A poet"))
    adoption = factory.SubFactory(DecisionFactory, date=PartialDate(2021, 1))
    status = Status.DETAINED
    checked_on = date(2026, 6, 1)
    published = True


class EventFactory(DjangoModelFactory[Event]):
    """An arrest on 1 March 2020."""

    class Meta:
        model = Event

    person = factory.SubFactory(AdoptedPersonFactory)
    slug = factory.Sequence("event-{}".format)
    kind = EventKind.ARREST
    title = factory.LazyAttribute(lambda made: text(f"Title of {made.slug}"))
    date = PartialDate(2020, 3, 1)


class RestrictionFactory(DjangoModelFactory[Restriction]):
    """A travel ban."""

    class Meta:
        model = Restriction

    person = factory.SubFactory(AdoptedPersonFactory)
    kind = RestrictionKind.TRAVEL_BAN
    text = factory.LazyFunction(lambda: text("May not leave"))


def staff(email: str, *acts: str) -> User:
    """Somebody of the staff whose one role holds `acts`."""
    role, _ = Role.objects.get_or_create(
        code=email.partition("@")[0].replace(".", "-"), defaults={"staff": True, "acts": list(acts)}
    )
    user = User.objects.create_user(email, "password")
    user.roles.add(role)
    return user


def officer(email: str = "officer@city.example") -> User:
    """An at-risk officer: every act of the room."""
    return staff(email, *Act.values)


def piece(source: Any) -> list[dict[str, Any]]:
    """One piece of evidence, as the forms give it."""
    return [{"source": source, "value": text("Said"), "pinpoint": text("§ 1")}]
