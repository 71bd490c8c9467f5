"""Acts: keep, publish, withdraw; each journaled, each refusal named."""

from datetime import time
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.festival.choices import Act
from jumelage.programmes.festival.models import Edition, Event, Occurrence, Venue
from jumelage.programmes.festival.queries import waiting
from jumelage.programmes.festival.services.keep_edition import keep_edition
from jumelage.programmes.festival.services.keep_event import keep_event
from jumelage.programmes.festival.services.keep_venue import keep_venue
from jumelage.programmes.festival.services.publish_edition import publish_edition
from jumelage.programmes.festival.services.publish_event import publish_event
from jumelage.programmes.festival.services.withdraw_edition import withdraw_edition
from jumelage.programmes.festival.services.withdraw_event import withdraw_event
from tests.factories.evidence import DocumentFactory
from tests.factories.festival import EditionFactory, EventFactory, OccurrenceFactory, VenueFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.staff import person
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
EDITION = {"year": 2024, "title": text("Fortnight"), "theme": text("Peace"), "kinds": ["debate"]}


def acts() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


def event_values(**occurrence: Any) -> dict[str, Any]:
    return {
        "edition": EditionFactory(),
        "kind": "debate",
        "title": text("Debate"),
        "summary": text("A debate"),
        "occurrences": [{"slug": "one", **occurrence}],
    }


def test_an_edition_is_kept_once_and_closed_until_published() -> None:
    document = DocumentFactory()
    edition = keep_edition("2024", {**EDITION, "documents": [document]})
    keep_edition("2024", {**EDITION, "documents": [document]})
    assert acts() == ["festival.keep-edition"]
    assert edition.published is False
    assert list(edition.documents.all()) == [document]
    assert str(edition).startswith("Fortnight")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kinds": ["circus"]}, "event-kind-unknown"),
        ({"start": "2024-10-09", "end": "2024-09-25"}, "period-reversed"),
    ],
)
def test_an_edition_is_refused(values: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as caught:
        keep_edition("2024", {**EDITION, **values})
    assert caught.value.code == code
    assert sentence(caught.value)
    assert not Edition.objects.exists()


@pytest.mark.parametrize("name", ["start", "end"])
def test_an_unreadable_day_of_an_edition_is_told_at_its_field(name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        keep_edition("2024", {**EDITION, name: "soon"})
    assert list(caught.value.message_dict) == [name]


def test_two_editions_of_one_year_are_refused() -> None:
    keep_edition("2024", EDITION)
    with pytest.raises(ValidationError):
        keep_edition("twin", EDITION)


def test_a_venue_is_kept() -> None:
    venue = keep_venue("hall", {"name": text("Hall")})
    assert venue.address_public is True
    assert str(venue).startswith("Hall")
    assert acts() == ["festival.keep-venue"]
    assert Venue.objects.count() == 1


def test_an_event_is_kept_with_its_occurrences() -> None:
    venue, organiser = VenueFactory(), OrganisationFactory()
    values = event_values(date="2024-09-25", starts_at="18:00", ends_at="20:00", venue=venue)
    values |= {"organisers": [organiser]}
    event = keep_event("debate", values)
    keep_event("debate", values)
    assert acts() == ["festival.keep-event"]
    (one,) = event.occurrences.all()
    assert (one.starts_at, one.ends_at, one.venue) == (time(18), time(20), venue)
    assert "2024-09-25" in str(one)
    assert str(event).startswith("Debate")
    keep_event("debate", {"occurrences": []})
    assert not Occurrence.objects.exists()
    assert str(Occurrence(event=event)).endswith("–")


@pytest.mark.parametrize(
    ("occurrence", "code"),
    [
        ({"starts_at": "18:00"}, "time-without-day"),
        ({"date": "2024-09", "starts_at": "18:00"}, "time-without-day"),
        ({"date": "2024-09-25", "ends_at": "18:00"}, "occurrence-end-alone"),
        ({"date": "2024-09-25", "starts_at": "18:00", "ends_at": "17:00"}, "occurrence-reversed"),
        ({"date": "2024-03-31", "starts_at": "02:30"}, "time-not-existing"),
    ],
)
def test_an_impossible_moment_is_refused_and_nothing_is_kept(
    occurrence: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refused) as caught:
        keep_event("debate", event_values(**occurrence))
    assert caught.value.code == code
    assert sentence(caught.value)
    assert not Event.objects.exists()


def test_an_unreadable_day_is_told_at_its_field() -> None:
    with pytest.raises(ValidationError) as caught:
        keep_event("debate", event_values(date="soon"))
    assert list(caught.value.message_dict) == ["date"]


@pytest.mark.parametrize(
    ("factory", "publish", "withdraw", "name"),
    [
        (EditionFactory, publish_edition, withdraw_edition, "edition"),
        (EventFactory, publish_event, withdraw_event, "event"),
    ],
)
def test_publish_and_withdraw(factory: Any, publish: Any, withdraw: Any, name: str) -> None:
    record = factory(published=False)
    for act in (publish, publish, withdraw, withdraw):
        act(record)
    assert acts() == [f"festival.publish-{name}", f"festival.withdraw-{name}"]
    assert all(Entry.objects.values_list("public", flat=True))
    record.refresh_from_db()
    assert record.published is False


@pytest.mark.parametrize(
    ("factory", "publish", "changes", "missing"),
    [
        (EditionFactory, publish_edition, {"theme": {"fr": "La paix"}}, [("theme", "nl")]),
        (EditionFactory, publish_edition, {"summary": {"nl": "Kort"}}, [("summary", "fr")]),
        (
            EventFactory,
            publish_event,
            {"title": {"en": "Only"}},
            [("title", "fr"), ("title", "nl")],
        ),
        (EventFactory, publish_event, {"registration": {"fr": "Oui"}}, [("registration", "nl")]),
    ],
)
def test_a_missing_french_or_dutch_text_stops_the_publication(
    factory: Any, publish: Any, changes: dict[str, Any], missing: list[tuple[str, str]]
) -> None:
    record = factory(published=False, **changes)
    with pytest.raises(Refused) as caught:
        publish(record)
    assert caught.value.code == "texts-missing"
    assert list(caught.value.details["fields"]) == missing
    assert acts() == []


def test_what_waits_for_those_who_keep_the_fortnight() -> None:
    draft = EventFactory(published=False)
    dated, undated = EventFactory(), EventFactory()
    OccurrenceFactory(event=dated)
    OccurrenceFactory(event=undated, date=None)
    empty = EditionFactory()
    found = waiting(person(Act.KEEP), None)
    assert [line.count for line in found] == [1, 1, 1]
    assert [str(line.examples[0][0]) for line in found] == [
        str(record.title) for record in (draft, undated, empty)
    ]
    assert waiting(person("registers.read"), None) == []
