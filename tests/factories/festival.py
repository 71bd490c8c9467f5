"""The fortnight: editions, events, occurrences, venues."""

import factory
from factory.django import DjangoModelFactory

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.festival.choices import EventKind
from jumelage.programmes.festival.models import Edition, Event, Occurrence, Venue
from tests.factories.texts import text


class EditionFactory(DjangoModelFactory[Edition]):
    """An edition that visitors see."""

    class Meta:
        model = Edition

    year = factory.Sequence(lambda number: 2000 + number)
    slug = factory.LazyAttribute(lambda made: str(made.year))
    title = factory.LazyAttribute(lambda made: text(f"Fortnight {made.year}"))
    theme = factory.LazyFunction(lambda: text("Peace"))
    published = True


class EventFactory(DjangoModelFactory[Event]):
    """A debate that visitors see."""

    class Meta:
        model = Event

    slug = factory.Sequence("event-{}".format)
    edition = factory.SubFactory(EditionFactory)
    kind = EventKind.DEBATE
    title = factory.LazyAttribute(lambda made: text(f"Event {made.slug}"))
    summary = factory.LazyFunction(lambda: text("Summary"))
    published = True


class VenueFactory(DjangoModelFactory[Venue]):
    """A hall with a public address."""

    class Meta:
        model = Venue

    slug = factory.Sequence("venue-{}".format)
    name = factory.LazyAttribute(lambda made: text(f"Hall {made.slug}"))
    directions = factory.LazyFunction(lambda: text("Market square 1"))


class OccurrenceFactory(DjangoModelFactory[Occurrence]):
    """On 25 September 2024, at an unknown hour."""

    class Meta:
        model = Occurrence

    event = factory.SubFactory(EventFactory)
    slug = factory.Sequence("occurrence-{}".format)
    date = PartialDate(2024, 9, 25)
