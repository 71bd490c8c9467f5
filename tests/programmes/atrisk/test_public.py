"""What visitors see, and what nobody sees after a stop."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.test import Client
from freezegun import freeze_time
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.atrisk import queries
from jumelage.programmes.atrisk.choices import (
    EventKind,
    MessageKind,
    Status,
    StopReason,
    Visibility,
)
from jumelage.programmes.atrisk.models import (
    AdoptedPerson,
    Letter,
    Membership,
    Publication,
    StatusCheck,
)
from jumelage.programmes.atrisk.services.stop_person import stop_person
from jumelage.public.site.models import SearchEntry
from jumelage.public.site.services.index_record import index_record
from tests.factories.atrisk import (
    AdoptedPersonFactory,
    EventFactory,
    RestrictionFactory,
    officer,
    staff,
)
from tests.factories.evidence import ClaimFactory, EvidenceFactory, SourceFactory
from tests.factories.governance import DecisionFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
LIST, PAGE = "/en/people-at-risk/", "/en/people-at-risk/nadira/"


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with freeze_time("2026-06-10"):
        yield


@pytest.fixture
def nadira(settings: Any, tmp_path: Any) -> AdoptedPerson:
    settings.MEDIA_ROOT = tmp_path
    person = AdoptedPersonFactory(
        slug="nadira", name="Nadira Zahl", name_variants=["Nadira Zahle"], image_alt=text("A face")
    )
    person.image_type = "image/jpeg"
    person.image.save("atrisk/x.jpg", ContentFile(b"\xff\xd8\xff picture"))
    EventFactory(person=person, slug="arrest")
    check = StatusCheck.objects.create(
        person=person,
        checked_on=PartialDate(2026, 6, 1),
        status=Status.DETAINED,
        date=PartialDate(2026),
    )
    for subject in (person, check, person.adoption):
        ClaimFactory(subject=subject)
    index_record(person)
    return person


def body(path: str, client: Client | None = None) -> str:
    return (client or Client()).get(path).content.decode()


ADDRESSES = {
    LIST: b"Nadira",
    PAGE: b"Nadira",
    "/fr/personnes-en-danger/nadira/": b"Nadira",
    "/nl/personen-in-gevaar/nadira/": b"Nadira",
    f"{PAGE}sheet.pdf": b"%PDF",
    f"{PAGE}picture/": b"picture",
    f"{LIST}feed.atom": b"Nadira",
    "/en/search/?q=zahl": b"Nadira",
    "/sitemap-people-at-risk.xml": b"nadira",
}


def content(path: str) -> bytes:
    answer = Client().get(path)
    return b"".join(answer) if answer.streaming else answer.content  # type: ignore[arg-type]


@pytest.mark.usefixtures("nadira")
@pytest.mark.parametrize(("path", "sign"), ADDRESSES.items())
def test_everything_goes_with_the_stop(settings: Any, path: str, sign: bytes) -> None:
    settings.PAGE_CACHE_BYTES = 1_000_000
    client = Client()
    assert sign in content(path)
    assert sign in content(path)  # now from the memory of pages
    stop_person(AdoptedPerson.objects.get(), reason=StopReason.REQUEST, actor=officer())
    after = client.get(path)
    told = b"".join(after) if after.streaming else after.content  # type: ignore[arg-type]
    if path not in {LIST, f"{LIST}feed.atom", "/sitemap-people-at-risk.xml", "/en/search/?q=zahl"}:
        assert after.status_code == 410
        assert after["Cache-Control"] == "no-store"
    assert b"nadira" not in told.lower()
    assert b"\xff\xd8" not in told
    assert b"%PDF" not in told
    assert not SearchEntry.objects.exists()


def test_who_was_never_published_is_not_found_even_by_the_officer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    no_factor = "jumelage.foundation.accounts.middleware.must_have_second_factor"
    monkeypatch.setattr(no_factor, lambda _user: False)
    AdoptedPersonFactory(slug="nadira", published=False)
    client = Client()
    client.force_login(officer())
    for path in (PAGE, f"{PAGE}sheet.pdf", f"{PAGE}picture/"):
        assert client.get(path).status_code == 404
    assert "Nadira" not in body(LIST, client)


def test_a_consent_that_ended_hides_at_once(nadira: AdoptedPerson) -> None:
    publication = Publication.objects.create(
        person=nadira, basis="consent", source=SourceFactory(), expires_on=date(2026, 6, 10)
    )
    assert Client().get(PAGE).status_code == 200
    publication.expires_on = date(2026, 6, 9)
    publication.save()
    assert Client().get(PAGE).status_code == 404


def test_the_map_of_the_site_forgets_an_ended_consent(nadira: AdoptedPerson) -> None:
    ended = {"basis": "consent", "source": SourceFactory(), "expires_on": date(2026, 6, 9)}
    assert "nadira" in body("/sitemap-people-at-risk.xml")
    Publication.objects.create(person=nadira, **ended)
    assert "nadira" not in body("/sitemap-people-at-risk.xml")


def test_only_the_one_way_in() -> None:
    """Nothing generic lists a hidden person; the files open to those who follow persons at risk."""
    AdoptedPersonFactory(), AdoptedPersonFactory(published=False)
    assert AdoptedPerson._default_manager.count() == 1
    for user in (None, AnonymousUser(), staff("clerk@city.example", "portfolio.keep")):
        assert queries.visible_to(user).count() == 1
        assert queries.files(user or AnonymousUser()).count() == 0
    assert (
        queries.visible_to(officer()).count()
        == queries.files(officer("c@city.example")).count()
        == 2
    )


def test_the_list_tells_by_adoption_the_latest_first(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    decision = DecisionFactory(date=PartialDate(2022, 12, 5))
    ClaimFactory(subject=decision)
    AdoptedPersonFactory(name="Old", adoption=DecisionFactory(date=PartialDate(2015)))
    AdoptedPersonFactory(name="Month", adoption=DecisionFactory(date=PartialDate(2021, 1)))
    AdoptedPersonFactory(name="Second", adoption=decision, order=2)
    AdoptedPersonFactory(name="First", adoption=decision, order=1)
    AdoptedPersonFactory(name="Nobody", adoption=None, checked_on=None)
    Membership.objects.create(slug="v", network=text("Lights"), joined=PartialDate(2015))
    assert [one.name for one in queries.published_people()] == [
        "First",
        "Second",
        "Month",
        "Old",
        "Nobody",
    ]
    with django_assert_max_num_queries(12):
        page = body(LIST)
    assert page.count("Source:") == 2  # one decision, two persons: both open it
    assert "Not checked yet" in page
    assert "Lights" in page


def test_an_empty_list_says_so() -> None:
    assert "No person is shown." in body(LIST)


class TestPage:
    def test_it_is_sober_and_light(
        self, nadira: AdoptedPerson, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_max_num_queries(12):
            page = body(PAGE)
        assert "Nadira Zahle" in page
        assert nadira.get_status_display() in page
        assert '<svg class="map' not in page
        assert "1 June 2026" in page

    def test_it_says_when_only_a_stored_copy_was_read(self, nadira: AdoptedPerson) -> None:
        assert "stored cop" not in body(PAGE) + body(LIST)
        StatusCheck.objects.update(stored_copy=True)
        assert "we read stored copies of the sources" in body(PAGE)
        assert "in a stored copy" in body(LIST)
        sheet = PdfReader(BytesIO(content(f"{PAGE}sheet.pdf")))
        assert "in a stored copy" in sheet.pages[0].extract_text()
        assert nadira.published

    def test_contradictions_stand_side_by_side(self, nadira: AdoptedPerson) -> None:
        EventFactory(person=nadira, slug="since", kind=EventKind.DETENTION, date=PartialDate(2022))
        page = body(PAGE)
        assert "What does not fit together" in page
        assert page.count("Title of since") == page.count("Title of arrest") == 2
        assert "a detention that began later" in PdfReader(
            BytesIO(content(f"{PAGE}sheet.pdf"))
        ).pages[0].extract_text().replace("\n", " ")

    def test_what_sources_dispute_is_shown_in_full(self, nadira: AdoptedPerson) -> None:
        event = EventFactory(person=nadira, kind=EventKind.SENTENCE, disputed=True, date=None)
        claim = ClaimFactory(subject=event, shown__value=text("33 years"))
        EvidenceFactory(claim=claim, value=text("54 years"))
        page = body(PAGE)
        assert "Our sources say different things" in page
        assert "Date not known" in page
        # Each in the list of what differs and in the note of its source; the mark names the one that is shown.
        assert (page.count("33 years"), page.count("54 years")) == (3, 2)
        sheet = PdfReader(BytesIO(content(f"{PAGE}sheet.pdf")))
        told = " ".join(one.extract_text() for one in sheet.pages)
        assert "33 years" in told
        assert "54 years" in told

    def test_what_is_for_the_staff_stays_there(self, nadira: AdoptedPerson) -> None:
        EventFactory(person=nadira, title=text("Hidden word"), visibility=Visibility.STAFF)
        assert "Hidden word" not in body(PAGE)

    def test_released_is_not_free(self, nadira: AdoptedPerson) -> None:
        RestrictionFactory(person=nadira, start=PartialDate(2022, 3, 11), text={"en": "Bound."})
        RestrictionFactory(person=nadira, kind="fine", end=PartialDate(2023), text={"en": "Pay."})
        page = body(PAGE)
        assert "To leave prison is not to be free." in page
        assert page.count("This term has passed.") == 1
        told = PdfReader(BytesIO(content(f"{PAGE}sheet.pdf"))).pages[0].extract_text()
        assert "Bound, since" in told
        assert re.search(r"Pay, .*2023 \(term ended\)", told)

    def test_an_old_check_is_said(self, nadira: AdoptedPerson) -> None:
        assert "180 days" not in body(PAGE)
        with freeze_time("2026-11-28"):
            assert "180 days" in body(PAGE)
            assert Client().get(f"{PAGE}sheet.pdf").status_code == 200

    def test_letters_follow_the_status(self, nadira: AdoptedPerson) -> None:
        Letter.objects.create(
            person=nadira, status=Status.DETAINED, kind=MessageKind.APPEAL, text=text("Please free")
        )
        assert "Please free" in body(PAGE)
        assert "Our sources give no address" in body(PAGE)
        signs = {
            Status.RESTRICTED: "out of prison is not free",
            Status.RELEASED: "The letters are closed",
            Status.UNKNOWN: "Please do not write now",
        }
        for status, sign in signs.items():
            AdoptedPerson.every.update(status=status)
            page = body(PAGE)
            assert sign in page
            assert "Please free" not in page
        AdoptedPerson.every.update(status=Status.MISSING)
        assert "We show no letter" in body(PAGE)

    @pytest.mark.parametrize(
        ("adopted", "released", "words"),
        [
            ("2021-01", "2021-02-10", "About 1 month after the adoption"),
            ("2021-01-01", "2021-01-03", "2 days after the adoption"),
            ("2015", "2019", "About 4 years after the adoption"),
            ("2021", "2021-05-01", "In the year of the adoption"),
            ("2021-02", "2021-02-10", "In the month of the adoption"),
            ("2021-02-10", "2021-02-10", "On the day of the adoption"),
        ],
    )
    def test_how_long_after_the_adoption(
        self, nadira: AdoptedPerson, adopted: str, released: str, words: str
    ) -> None:
        nadira.adoption.date = PartialDate.parse(adopted)
        nadira.adoption.save()
        EventFactory(person=nadira, kind=EventKind.RELEASE, date=PartialDate.parse(released))
        assert words in body(PAGE)

    def test_no_false_span(self, nadira: AdoptedPerson) -> None:
        until = PartialDate(2025, 1, 17)
        EventFactory(
            person=nadira, kind=EventKind.RELEASE, date=PartialDate(2025, 1, 16), until=until
        )
        EventFactory(person=nadira, kind=EventKind.RELEASE, date=PartialDate(2019))
        page = body(PAGE)
        assert "after the adoption" not in page
        assert "between 16 January 2025 and 17 January 2025" in page

    def test_without_adoption_or_check(self) -> None:
        AdoptedPersonFactory(slug="nadira", adoption=None, checked_on=None, status=Status.DECEASED)
        page = body(PAGE)
        assert "Deceased" in page
        assert Client().get(f"{PAGE}sheet.pdf").status_code == 200
        assert Client().get(f"{PAGE}picture/").status_code == 404
        assert Client().get(f"{LIST}feed.atom").status_code == 200
