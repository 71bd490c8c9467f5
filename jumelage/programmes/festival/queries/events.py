"""Questions about events."""

from django.db.models import Prefetch, QuerySet

from jumelage.city.organisations.models import Organisation
from jumelage.programmes.festival.models import Edition, Event, Occurrence


def events_of(edition: Edition) -> QuerySet[Event]:
    """The events of `edition` that visitors may see, with their occurrences, venues and published
    organisers. 3 queries.
    """
    return _events().filter(edition=edition)


def event(slug: str) -> Event | None:
    """The event that visitors may see under this name: its edition is published too. 3 queries."""
    return _events().filter(slug=slug).first()


def _events() -> QuerySet[Event]:
    organisers = Organisation.objects.filter(published=True, merged_into=None)
    return (
        Event.objects.filter(published=True, edition__published=True)
        .select_related("edition")
        .prefetch_related(
            Prefetch("occurrences", Occurrence.objects.select_related("venue")),
            Prefetch("organisers", organisers),
        )
    )
