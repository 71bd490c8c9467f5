"""Organisations and people."""

import factory
from factory.django import DjangoModelFactory

from jumelage.city.organisations.choices import Channel, Kind
from jumelage.city.organisations.models import (
    Contact,
    Identifier,
    Organisation,
    Person,
    Position,
)
from tests.factories.texts import text


class OrganisationFactory(DjangoModelFactory[Organisation]):
    """An association of Brussels."""

    class Meta:
        model = Organisation

    slug = factory.Sequence("organisation-{}".format)
    name = factory.LazyAttribute(lambda made: text(f"Organisation {made.slug}"))
    kind = Kind.ASSOCIATION
    country = "BE"


class IdentifierFactory(DjangoModelFactory[Identifier]):
    """A number in a register of tests."""

    class Meta:
        model = Identifier

    organisation = factory.SubFactory(OrganisationFactory)
    scheme = "XX-TEST"
    value = factory.Sequence("{:06}".format)


class ContactFactory(DjangoModelFactory[Contact]):
    """A public e-mail address."""

    class Meta:
        model = Contact

    organisation = factory.SubFactory(OrganisationFactory)
    channel = Channel.EMAIL
    value = factory.Sequence("box{}@example.org".format)
    public = True


class PersonFactory(DjangoModelFactory[Person]):
    """Somebody whose name may be shown."""

    class Meta:
        model = Person

    slug = factory.Sequence("person-{}".format)
    name = factory.Sequence("Person {}".format)
    public = True


class PositionFactory(DjangoModelFactory[Position]):
    """What somebody does in an organisation."""

    class Meta:
        model = Position

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = factory.LazyFunction(lambda: text("Chair"))
