"""Bodies and decisions."""

import factory
from factory.django import DjangoModelFactory

from jumelage.city.governance.choices import BodyKind
from jumelage.city.governance.models import Body, Decision
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text


class BodyFactory(DjangoModelFactory[Body]):
    """An advisory council."""

    class Meta:
        model = Body

    slug = factory.Sequence("body-{}".format)
    kind = BodyKind.ADVISORY
    name = factory.LazyAttribute(lambda made: text(f"Council {made.slug}"))
    organisation = factory.SubFactory(OrganisationFactory)


class DecisionFactory(DjangoModelFactory[Decision]):
    """A decision of a body."""

    class Meta:
        model = Decision

    slug = factory.Sequence("decision-{}".format)
    body = factory.SubFactory(BodyFactory)
    subject = factory.LazyAttribute(lambda made: text(f"Subject of {made.slug}"))
