"""Bodies, decisions, seats, sittings and opinions."""

import factory
from factory.django import DjangoModelFactory

from jumelage.city.governance.choices import BodyKind, OpinionKind, OpinionOutcome, SeatCategory
from jumelage.city.governance.models import Body, Decision, Mandate, Opinion, Sitting
from jumelage.foundation.kernel.partial_dates import PartialDate
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


class MandateFactory(DjangoModelFactory[Mandate]):
    """A seat of an association, that visitors see."""

    class Meta:
        model = Mandate

    slug = factory.Sequence("seat-{}".format)
    body = factory.SubFactory(BodyFactory)
    category = SeatCategory.ASSOCIATION
    organisation = factory.SubFactory(OrganisationFactory, published=True)
    published = True


class SittingFactory(DjangoModelFactory[Sitting]):
    """A sitting in March 2025."""

    class Meta:
        model = Sitting

    slug = factory.Sequence("sitting-{}".format)
    body = factory.SubFactory(BodyFactory)
    held_on = PartialDate(2025, 3)


class OpinionFactory(DjangoModelFactory[Opinion]):
    """A favourable opinion that the city asked for, that visitors see."""

    class Meta:
        model = Opinion

    slug = factory.Sequence("opinion-{}".format)
    body = factory.SubFactory(BodyFactory)
    sitting = factory.SubFactory(SittingFactory, body=factory.SelfAttribute("..body"))
    kind = OpinionKind.REQUESTED
    subject = factory.LazyAttribute(lambda made: text(f"Subject of {made.slug}"))
    outcome = OpinionOutcome.FAVOURABLE
    published = True
