"""What visitors see: editions, days, events, calendar files, feeds; and what they do not."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import icalendar
import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils.translation import override
from freezegun import freeze_time
from pytest_django import DjangoAssertNumQueries

from jumelage.city.evidence.choices import Stance, Voice
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.festival import queries
from jumelage.programmes.festival.choices import OccurrenceStatus
from jumelage.programmes.festival.models import Edition, Event
from jumelage.programmes.festival.phrases import days_words, hour_words
from jumelage.programmes.festival.services.keep_event import keep_event
from jumelage.programmes.festival.services.keep_venue import keep_venue
from jumelage.programmes.festival.services.publish_edition import publish_edition
from jumelage.programmes.festival.services.withdraw_edition import withdraw_edition
from jumelage.programmes.festival.templatetags.festival import spoken
from jumelage.public.site.models import SearchEntry
from jumelage.public.site.queries.search_texts import records_told_by
from tests.factories.evidence import ClaimFactory, DocumentFactory, SourceFactory
from tests.factories.festival import EditionFactory, EventFactory, OccurrenceFactory, VenueFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
LIST, PAGE, EVENT = "/en/fortnight/", "/en/fortnight/2024/", "/en/fortnight/events/launch/"


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    # The address book imports compiled modules, which must not meet a clock that stands still.
    _ = get_resolver().url_patterns
    with freeze_time("2024-09-20 10:00"):
        yield


@pytest.fixture
def edition() -> Edition:
    made = EditionFactory(year=2024, kinds=["debate", "concert"], programme_note=text("Under way"))
    made.documents.add(DocumentFactory(size_bytes=212_690))
    for about in ("theme", "programme_note", "kinds"):
        ClaimFactory(subject=made, about=about)
    return made


@pytest.fixture
def launch(edition: Edition) -> Event:
    made = EventFactory(
        slug="launch",
        edition=edition,
        kind="round-table",
        title=text("Launch"),
        about=text("Who speaks"),
        languages=["fr", "xx"],
        registration=text("Free"),
        registration_url="https://elsewhere.example/register",
    )
    made.organisers.add(OrganisationFactory(slug="helpers", published=True))
    one = OccurrenceFactory(
        event=made,
        slug="evening",
        starts_at=time(18),
        ends_at=time(20),
        venue=VenueFactory(slug="hall"),
    )
    source = SourceFactory(voice=Voice.CIVIL_SOCIETY)
    ClaimFactory(subject=made, shown__source=source)
    ClaimFactory(subject=one)
    return made


def get(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_nothing_is_published_yet(client: Client) -> None:
    EditionFactory(published=False)
    assert "No edition is published yet." in get(client, LIST)


def test_the_latest_edition_what_comes_and_the_editions_before(
    client: Client, launch: Event
) -> None:
    EditionFactory(year=2021, theme=text("Decent work"))
    page = get(client, LIST)
    assert "Latest edition</p>" in page
    assert "Coming soon" in page
    assert page.index("Fortnight 2024") < page.index("Decent work (en)")
    with freeze_time("2026-01-01"):
        later = get(client, LIST)
    assert "Latest edition that our sources name" in later
    assert "Coming soon" not in later


def test_an_edition_day_by_day(client: Client, launch: Event) -> None:
    show = EventFactory(edition=launch.edition, kind="exhibition", title=text("Pictures"))
    OccurrenceFactory(event=show, date=PartialDate(2024, 9, 25), until=PartialDate(2024, 9, 26))
    vague = EventFactory(edition=launch.edition, title=text("Some day"))
    OccurrenceFactory(event=vague, date=PartialDate(2024, 10), status=OccurrenceStatus.CANCELLED)
    EventFactory(edition=launch.edition, title=text("Not planned"))
    page = get(client, PAGE)
    assert '<h3 id="day-2024-09-25">' in page
    assert 'href="#day-2024-09-26"' in page
    assert "Still going on:" in page
    assert (
        page.index("Launch (en)") < page.index("Pictures (en)") < page.index("Exact day not known")
    )
    assert (
        page.index("Exact day not known")
        < page.index("Some day (en)")
        < page.index("Not planned (en)")
    )
    for words in ("Wednesday 25 September 2024", "hour not known", "place not known", "Cancelled"):
        assert words in page
    assert "According to" in page
    assert "file not supplied" in page
    assert "212.69 kB" in page
    assert "Debate, concert" in page
    assert "Under way (en)" in page


def test_an_empty_programme_is_said_plainly(client: Client, edition: Edition) -> None:
    page = get(client, PAGE)
    assert "The programme of this edition is not published by our sources." in page
    assert "iCal" not in page
    assert "Exact dates not known" in page


def test_an_event_and_what_is_not_known_of_it(client: Client, launch: Event) -> None:
    page = get(client, EVENT)
    for words in (
        "Launch (en)",
        "Round table",
        "18:00 – 20:00",
        "Market square 1 (en)",
        "French, xx",
        "Organisation helpers (en)",
        'href="https://elsewhere.example/register" rel="external noopener"',
        "(external site)",
        "event.ics",
        "Not known",
    ):
        assert words in page, words
    bare = EventFactory(edition=launch.edition, slug="bare")
    page = get(client, "/en/fortnight/events/bare/")
    assert "Our sources do not say when it takes place." in page
    assert ".ics" not in page
    assert "How to register" not in page
    OccurrenceFactory(event=bare, date=None)
    assert "Day not known" in get(client, "/en/fortnight/events/bare/")


def test_a_hidden_address_is_nowhere(client: Client, launch: Event) -> None:
    keep_venue("hall", {"address_public": False})
    for address in (EVENT, f"{EVENT}event.ics", PAGE):
        assert "Market square" not in get(client, address)


@pytest.mark.parametrize(
    "address", [EVENT, f"{EVENT}event.ics", PAGE, f"{PAGE}programme.ics", f"{PAGE}programme.atom"]
)
def test_what_is_not_published_is_not_found(client: Client, launch: Event, address: str) -> None:
    assert client.get(address).status_code == 200
    withdraw_edition(launch.edition)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/fr/quinzaine/2024/", "/nl/veertiendaagse/2024/"])
def test_the_address_speaks_the_language(client: Client, edition: Edition, address: str) -> None:
    assert get(client, address)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "most"), [(LIST, 12), (PAGE, 12), (EVENT, 12)])
def test_pages_ask_few_questions(
    client: Client,
    launch: Event,
    django_assert_max_num_queries: Any,
    *,
    count: int,
    address: str,
    most: int,
) -> None:
    for number in range(count):
        OccurrenceFactory(event=EventFactory(edition=launch.edition), venue=VenueFactory())
        OccurrenceFactory(event=launch, slug=f"again-{number}", venue=VenueFactory())
        EditionFactory(year=1990 + number)
    with django_assert_max_num_queries(most):
        client.get(address)


def test_the_calendar_file_of_an_edition(client: Client, launch: Event) -> None:
    OccurrenceFactory(
        event=launch, slug="later", date=PartialDate(2024, 10, 27), starts_at=time(18)
    )
    OccurrenceFactory(event=launch, slug="vague", date=PartialDate(2024, 10))
    OccurrenceFactory(
        event=launch,
        slug="off",
        date=PartialDate(2024, 10, 28),
        status=OccurrenceStatus.CANCELLED,
        note=text("Ill"),
    )
    answer = client.get(f"{PAGE}programme.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="2024.ics"'
    found = {one["UID"]: one for one in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")}
    assert set(found) == {f"launch.{slug}@localhost" for slug in ("evening", "later", "off")}
    first, later, off = (found[f"launch.{slug}@localhost"] for slug in ("evening", "later", "off"))
    # Two hours ahead of UTC in September, one at the end of October.
    assert first.decoded("DTSTART") == datetime.fromisoformat("2024-09-25T16:00:00+00:00")
    assert first.decoded("DTEND") == datetime.fromisoformat("2024-09-25T18:00:00+00:00")
    assert later.decoded("DTSTART") == datetime.fromisoformat("2024-10-27T17:00:00+00:00")
    assert first["LOCATION"] == "Hall hall (en), Market square 1 (en)"
    assert off.decoded("DTSTART") == date(2024, 10, 28)
    assert off["STATUS"] == "CANCELLED"
    assert off["DESCRIPTION"] == "Summary (en)\n\nIll (en)"
    assert client.get(f"{PAGE}programme.ics").content == answer.content


def test_the_calendar_file_of_an_event_keeps_its_uid(client: Client, launch: Event) -> None:
    def one() -> Any:
        answer = client.get(f"{EVENT}event.ics").content
        (found,) = icalendar.Calendar.from_ical(answer).walk("VEVENT")
        return found

    before = one()
    with freeze_time("2024-09-21 10:00"):
        keep_event(
            "launch",
            {"occurrences": [{"slug": "evening", "date": "2024-09-26", "starts_at": "19:00"}]},
        )
    after = one()
    assert after["UID"] == before["UID"]
    assert after.decoded("DTSTAMP") > before.decoded("DTSTAMP")
    assert after.decoded("DTSTART") == datetime.fromisoformat("2024-09-26T17:00:00+00:00")


def test_the_feed_of_an_edition(client: Client, launch: Event) -> None:
    feed = get(client, f"{PAGE}programme.atom")
    assert "<title>Fortnight 2024 (en)</title>" in feed
    assert "<subtitle>Peace (en)</subtitle>" in feed
    assert "<author><name>http" in feed
    assert "Wednesday 25 September 2024" in feed
    assert "/en/fortnight/events/launch/" in feed


def test_questions(launch: Event, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    assert queries.edition("2024") == launch.edition
    assert list(queries.editions()) == [launch.edition]
    assert queries.event("launch") == launch
    with django_assert_num_queries(1):
        assert [one.slug for one in queries.upcoming(date(2024, 9, 25))] == ["evening"]
    assert queries.upcoming(date(2024, 9, 26)) == []
    OccurrenceFactory(
        event=launch, slug="long", date=PartialDate(2024, 9, 1), until=PartialDate(2024, 9, 30)
    )
    OccurrenceFactory(event=launch, slug="off", status=OccurrenceStatus.CANCELLED)
    assert [one.slug for one in queries.upcoming(date(2024, 9, 26))] == ["long"]
    assert [one.slug for one in queries.upcoming(date(2024, 9, 20), limit=1)] == ["long"]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "Jour inconnu"),
        (PartialDate(2024, 9), None, "septembre 2024"),
        (PartialDate(2024, 9, 25), PartialDate(2024, 9, 25), "mercredi 25 septembre 2024"),
        (
            PartialDate(2024, 9, 25),
            PartialDate(2024, 10),
            "mercredi 25 septembre 2024 – octobre 2024",
        ),
    ],
)
def test_days_in_words(first: Any, last: Any, words: str) -> None:
    with override("fr"):
        assert days_words(first, last) == words


def test_hours_in_words() -> None:
    with override("nl"):
        assert hour_words(None, None) == "uur niet bekend"
        assert hour_words(time(18), None) == "vanaf 18:00"
        assert hour_words(time(18), time(20, 30)) == "18:00 – 20:30"
        assert spoken("nl") == "Nederlands"
    with override(None):
        assert hour_words(time(18), None)


def test_the_search_follows_editions_events_and_venues(launch: Event) -> None:
    def kinds() -> set[str]:
        return set(SearchEntry.objects.values_list("kind", flat=True))

    edition = launch.edition
    withdraw_edition(edition)
    assert kinds() == set()
    publish_edition(edition)
    assert kinds() == {"fortnight-edition", "fortnight-event"}
    venue = launch.occurrences.get().venue
    assert records_told_by("festival.venue", str(venue.pk)) == [launch]
    organiser = launch.organisers.get()
    assert launch in records_told_by("organisations.organisation", str(organiser.pk))


def test_the_map_of_the_site_lists_them(client: Client, launch: Event) -> None:
    assert "/fr/quinzaine/" in get(client, "/sitemap-lists.xml")
    assert "/fr/quinzaine/2024/" in get(client, "/sitemap-fortnight-editions.xml")
    assert "/nl/veertiendaagse/activiteiten/launch/" in get(client, "/sitemap-fortnight-events.xml")


def test_the_programme_leads_to_the_fortnight(client: Client) -> None:
    assert 'href="/fr/quinzaine/"' in get(client, "/fr/programme/")


def test_an_announced_kind_is_marked_as_announced(client: Client, edition: Edition) -> None:
    piece = edition.claims.get(about="kinds").shown
    piece.stance = Stance.ANNOUNCES
    piece.save()
    assert "(announced)" in get(client, PAGE)
