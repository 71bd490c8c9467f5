"""Keeping sources, documents and claims."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from pytest_django import Settings

from jumelage.city.evidence.choices import Stance, Voice
from jumelage.city.evidence.models import Claim, Document, Evidence, Source
from jumelage.city.evidence.queries import claims_about_many
from jumelage.city.evidence.services.keep_claim import keep_claim
from jumelage.city.evidence.services.keep_claims import keep_claims
from jumelage.city.evidence.services.keep_document import keep_document
from jumelage.city.evidence.services.keep_source import keep_source
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from tests.factories.evidence import SourceFactory
from tests.factories.files import pdf
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def subject() -> Organisation:
    return OrganisationFactory()


def acts() -> list[str]:
    return list(Entry.objects.values_list("act", flat=True))


def changes_nothing(act: Callable[[], Any]) -> None:
    before = acts()
    act()
    assert acts() == before


SOURCE = {
    "title": text("Solidarity"),
    "publisher": text("City"),
    "voice": Voice.CITY,
    "received_on": "2026-11-21",
}


def test_source_is_kept_and_journalled_once() -> None:
    source = keep_source("city-page", SOURCE)
    assert source == Source.objects.get(slug="city-page", received_on="2026-11-21")
    assert source.received_on == PartialDate(2026, 11, 21)
    assert source.read_on is None
    entry = Entry.objects.get()
    assert (entry.act, entry.public) == ("evidence.keep-source", True)
    assert entry.details == {"new": True, "fields": sorted(SOURCE)}
    changes_nothing(lambda: keep_source("city-page", SOURCE))


def test_changed_source_tells_which_fields() -> None:
    keep_source("city-page", SOURCE)
    source = keep_source("city-page", {**SOURCE, "read_on": "2026", "received_on": None})
    assert str(source.read_on) == "2026"
    last = Entry.objects.order_by("-pk")[0]
    assert last.details == {"new": False, "fields": ["read_on", "received_on"]}


@pytest.mark.parametrize(
    "wrong", [{"voice": "nobody"}, {"address": "no address"}, {"read_on": "yesterday"}]
)
def test_source_with_a_wrong_value_is_not_kept(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as failure:
        keep_source("city-page", {**SOURCE, **wrong})
    assert set(failure.value.message_dict) == set(wrong)
    assert not Source.objects.exists()
    assert acts() == []


def test_record_of_a_file_that_was_not_supplied() -> None:
    values = {"title": text("Fortnight"), "size_bytes": 217_795, "languages": ["fr"]}
    document = keep_document("fortnight", values)
    assert not document.file
    assert (document.size_bytes, document.pages, document.sha256) == (217_795, None, "")
    changes_nothing(lambda: keep_document("fortnight", values))


def test_file_tells_of_itself(media: Path) -> None:
    content = pdf("Registry plan")
    document = keep_document("plan", {"title": text("Plan"), "size_bytes": 1}, file=content)
    document.refresh_from_db()
    with document.file.open() as kept:
        assert kept.read() == content
    assert document.media_type == "application/pdf"
    assert (document.size_bytes, document.pages) == (len(content), 1)
    assert document.sha256 == sha256(content).hexdigest()
    assert "Registry plan" in document.text
    path = media / "given.pdf"
    path.write_bytes(content)
    changes_nothing(
        lambda: keep_document("plan", {"title": text("Plan"), "size_bytes": 1}, file=path)
    )
    folder, name = document.file.name.rsplit("/", 1)
    assert default_storage.listdir(folder)[1] == [name]
    assert document.tagged is False
    assert document.sha256[:12] not in name


def test_another_file_does_not_overwrite_the_first() -> None:
    first = keep_document("plan", {"title": text("Plan")}, file=b"one").file.name
    second = keep_document("plan", {"title": text("Plan")}, file=b"two").file.name
    assert default_storage.size(first) == default_storage.size(second)
    assert first != second
    assert Document.objects.get().file.name == second


def test_broken_pdf_is_not_kept() -> None:
    with pytest.raises(Refused, match="upload-broken"):
        keep_document("plan", {"title": text("Plan")}, file=b"%PDF-1.4 cut")
    assert not Document.objects.exists()


def piece(**changes: Any) -> dict[str, Any]:
    return {"source": SourceFactory(), "value": text("237 km²"), "pinpoint": text("§ 2"), **changes}


def test_claim_with_one_piece_shows_it(subject: Organisation) -> None:
    one = piece()
    claim = keep_claim(subject, "area_km2", evidence=[one])
    assert claims_about_many([subject])[subject] == {"area_km2": claim}
    assert claim.piece
    assert claim.piece.source == one["source"]
    entry = Entry.objects.get()
    assert (entry.act, entry.public) == ("evidence.keep-claim", True)
    assert entry.record == f"organisations.organisation:{subject.pk}"
    assert entry.details["about"] == "area_km2"
    changes_nothing(lambda: keep_claim(subject, "area_km2", evidence=[one]))


def test_disagreeing_sources_are_kept_side_by_side(subject: Organisation) -> None:
    city = piece(shown=True)
    press = piece(
        value=text("about 250 km²"), quotation="250", quotation_language="fr", pinpoint={}
    )
    claim = keep_claim(subject, "area_km2", evidence=[press, city], because=text("Closer"))
    assert [one.source for one in claim.pieces] == [city["source"], press["source"]]
    assert claim.shown_because == text("Closer")
    changes_nothing(
        lambda: keep_claim(subject, "area_km2", evidence=[press, city], because=text("Closer"))
    )


def test_choice_can_change(subject: Organisation) -> None:
    first, second = piece(shown=True), piece()
    keep_claim(subject, "area_km2", evidence=[first, second], because=text("Closer"))
    first["shown"], second["shown"] = False, True
    claim = keep_claim(subject, "area_km2", evidence=[first, second], because=text("Closer"))
    assert claim.piece
    assert claim.piece.source == second["source"]
    assert Entry.objects.order_by("-pk")[0].details == {"about": "area_km2", "fields": ["shown"]}


def test_what_a_piece_no_longer_says_is_emptied(subject: Organisation) -> None:
    one = piece(quotation="237", stance=Stance.ANNOUNCES)
    keep_claim(subject, "area_km2", evidence=[one])
    keep_claim(
        subject,
        "area_km2",
        evidence=[{key: one[key] for key in ("source", "value", "pinpoint")}],
    )
    kept = Evidence.objects.get()
    assert (kept.quotation, kept.stance) == ("", Stance.STATES)


def test_evidence_that_is_no_longer_given_goes(subject: Organisation) -> None:
    first, second = piece(shown=True), piece()
    keep_claim(subject, "area_km2", evidence=[first, second], because=text("Closer"))
    claim = keep_claim(subject, "area_km2", evidence=[second])
    assert [one.source for one in claim.pieces] == [second["source"]]
    assert claim.piece
    assert claim.shown_because == {}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ([], "evidence-source-missing"),
        ([{"pinpoint": {}}], "evidence-unpinned"),
        ([{"pinpoint": {"fr": ""}}], "evidence-unpinned"),
        ([{}, {}], "evidence-choice-missing"),
        ([{"shown": True}, {"shown": True}], "evidence-choice-missing"),
        ([{"shown": True}, {}], "evidence-reason-missing"),
    ],
)
def test_refused_claims_change_nothing(
    subject: Organisation, changes: list[dict[str, Any]], code: str
) -> None:
    with pytest.raises(Refused) as refusal:
        keep_claim(subject, "area_km2", evidence=[piece(**change) for change in changes])
    assert refusal.value.code == code
    assert not Claim.objects.exists()
    assert acts() == []


def test_claim_says_something_in_our_own_words(subject: Organisation) -> None:
    with pytest.raises(ValidationError):
        keep_claim(subject, "area_km2", evidence=[piece(value={})])
    assert not Claim.objects.exists()


def test_claims_that_are_no_longer_made_go(subject: Organisation) -> None:
    one = piece()
    other = OrganisationFactory()
    keep_claim(other, "name", evidence=[one])
    keep_claims(
        subject,
        [{"about": "name", "evidence": [one]}, {"about": "kind", "evidence": [one]}],
    )
    kept = keep_claims(subject, [{"about": "kind", "evidence": [one]}])
    assert claims_about_many([subject])[subject] == {"kind": kept[0]}
    assert set(claims_about_many([other])[other]) == {"name"}
    last = Entry.objects.order_by("-pk")[0]
    assert (last.act, last.details) == ("evidence.drop-claims", {"about": ["name"]})
    changes_nothing(lambda: keep_claims(subject, [{"about": "kind", "evidence": [one]}]))


def test_one_refused_claim_refuses_all(subject: Organisation) -> None:
    with pytest.raises(Refused):
        keep_claims(
            subject,
            [{"about": "name", "evidence": [piece()]}, {"about": "kind", "evidence": []}],
        )
    assert not Claim.objects.exists()


FRENCH = "La Ville soutient des projets avec ses partenaires pour que les habitants vivent mieux. "


def test_languages_are_found_in_the_file_when_nobody_names_them(media: Path) -> None:
    file = (FRENCH * 3).encode()
    assert keep_document("a", {"title": {"fr": "A"}}, file=file).languages == ["fr"]
    named = {"title": {"fr": "B"}, "languages": ["nl"]}
    assert keep_document("b", named, file=file).languages == ["nl"]
    assert keep_document("b", {}, file=file + b" ").languages == ["nl"]
    unknown = keep_document("c", {"title": {"fr": "C"}, "languages": []}, file=b"12 34")
    assert unknown.languages == []
