"""The fund, crises, answers and goods."""

import factory
from factory.django import DjangoModelFactory

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.emergency.choices import Form, Hazard, Outcome
from jumelage.programmes.emergency.models import Crisis, Fund, Goods, Response
from tests.factories.texts import text


class FundFactory(DjangoModelFactory[Fund]):
    """A fund that visitors see."""

    class Meta:
        model = Fund

    slug = factory.Sequence("fund-{}".format)
    title = factory.LazyFunction(lambda: text("Emergency fund"))
    published = True


class CrisisFactory(DjangoModelFactory[Crisis]):
    """A flood in Spain that visitors see."""

    class Meta:
        model = Crisis

    slug = factory.Sequence("crisis-{}".format)
    title = factory.LazyAttribute(lambda made: text(f"Crisis {made.slug}"))
    hazard = Hazard.FLOOD
    countries = factory.LazyFunction(lambda: ["ES"])
    start = PartialDate(2024, 10)
    published = True


class ResponseFactory(DjangoModelFactory[Response]):
    """Money given, of an unknown amount, that visitors see."""

    class Meta:
        model = Response

    slug = factory.Sequence("answer-{}".format)
    crisis = factory.SubFactory(CrisisFactory)
    title = factory.LazyAttribute(lambda made: text(f"Answer {made.slug}"))
    form = Form.MONEY
    outcome = Outcome.GIVEN
    published = True


class GoodsFactory(DjangoModelFactory[Goods]):
    """Tents, nobody knows how many."""

    class Meta:
        model = Goods

    response = factory.SubFactory(ResponseFactory, form=Form.GOODS)
    slug = factory.Sequence("lot-{}".format)
    description = factory.LazyFunction(lambda: text("Tents"))
