"""News."""

import factory
from factory.django import DjangoModelFactory

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.public.site.models import News
from tests.factories.texts import text


class NewsFactory(DjangoModelFactory[News]):
    """A notice that visitors see."""

    class Meta:
        model = News

    slug = factory.Sequence("notice-{}".format)
    title = factory.LazyAttribute(lambda made: text(f"Notice {made.slug}"))
    summary = factory.LazyFunction(lambda: text("In short"))
    date = PartialDate(2026, 11, 20)
    published = True
