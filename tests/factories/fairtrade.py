"""Marks, practices and certificates of tests."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from jumelage.programmes.fairtrade.models import Certificate, Mark, Practice
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text


class MarkFactory(DjangoModelFactory[Mark]):
    """A label."""

    class Meta:
        model = Mark

    slug = factory.Sequence("mark-{}".format)
    name = factory.Sequence("Testmark {}".format)
    behind = covers = proves_not = how_to_check = factory.LazyFunction(lambda: text("Words"))


class PracticeFactory(DjangoModelFactory[Practice]):
    """A purchase."""

    class Meta:
        model = Practice

    slug = factory.Sequence("practice-{}".format)
    kind = "purchase"
    title = factory.LazyAttribute(lambda made: text(f"Practice {made.slug}"))


class CertificateFactory(DjangoModelFactory[Certificate]):
    """A certificate that expires in 20 days."""

    class Meta:
        model = Certificate

    supplier = factory.SubFactory(OrganisationFactory)
    mark = factory.SubFactory(MarkFactory)
    number = factory.Sequence("T-{}".format)
    scope = "Coffee"
    valid_from = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=300))
    valid_until = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=20))
