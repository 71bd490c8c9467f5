"""The city's own data files: whole in three languages, plain, and never the voice of a party."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings

from jumelage.city.evidence.choices import Standing
from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.queries import standing_of
from jumelage.city.portfolio.models import Beneficiaries, Place, Project
from jumelage.public.loading.services.load_folder import load_folder

FOLDER = Path(settings.BASE_DIR) / "demo" / "brussels"
FILES = sorted(FOLDER.rglob("*.yaml"))
LANGUAGES = {"fr", "nl", "en"}
PARTY = "Vooruit"
_LISTS = ("partners", "agreements", "axes", "participations", "beneficiaries", "milestones")

Found = tuple[tuple[str | int, ...], Any]


def _walk(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[Found]:
    yield path, value
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _walk(item, (*path, key))


def _everything() -> Iterator[Found]:
    for file in FILES:
        name = str(file.relative_to(FOLDER))
        yield from _walk(yaml.safe_load(file.read_text(encoding="utf-8")), (name,))


def _texts() -> Iterator[tuple[tuple[str | int, ...], str]]:
    return ((path, value) for path, value in _everything() if isinstance(value, str))


def test_every_text_exists_in_the_three_languages() -> None:
    """None is left in one language only."""
    found = [
        (path, set(value))
        for path, value in _everything()
        if isinstance(value, dict) and LANGUAGES & set(value)
    ]
    assert len(found) > 300
    assert [path for path, languages in found if not languages >= LANGUAGES] == []


def test_the_three_languages_give_the_same_numbers() -> None:
    """A translation changes no figure (only the way decimals are written)."""
    for path, value in _everything():
        if isinstance(value, dict) and set(value) == LANGUAGES:
            numbers = {tuple(sorted(re.findall(r"\d+", str(text)))) for text in value.values()}
            assert len(numbers) == 1, path


def test_no_sentence_is_longer_than_25_words() -> None:
    """Plain language."""
    for path, text in _texts():
        for sentence in re.split(r"(?<=[.!?])\s", text):
            assert len(sentence.replace("\u00a0", " ").split()) <= 25, (path, sentence)


def test_the_party_is_named_as_a_publisher_only() -> None:
    """The site quotes it as a source, and never speaks for it."""
    named = {(path[0], path[2]) for path, text in _texts() if PARTY in text}
    assert named == {("sources.yaml", "publisher")}


def test_every_row_of_a_partnership_or_project_has_its_source() -> None:
    """Partners, agreements, axes, roles, figures and steps."""
    rows = [
        row
        for path, value in _everything()
        if path[-1] in _LISTS and isinstance(value, list)
        for row in value
    ]
    assert len(rows) > 40
    assert [row for row in rows if not row.get("claims")] == []


@pytest.fixture
def loaded(db: None) -> None:
    """The folder in the database."""
    assert load_folder(FOLDER).mistakes == []


@pytest.mark.usefixtures("loaded")
class TestLoaded:
    """What the files become."""

    def test_announcements_are_announced_and_nothing_else_is(self) -> None:
        """A promise is never shown as a fact, nor a fact as a promise."""
        kinds = {
            claim.subject_type.model
            for claim in Claim.objects.all()
            if standing_of(claim) == Standing.ANNOUNCED
        }
        # The city announced the fortnight of 2024 before it took place.
        assert kinds == {"announcement", "edition"}
        announced = Claim.objects.filter(subject_type__model="announcement")
        assert {standing_of(claim) for claim in announced} == {Standing.ANNOUNCED}

    def test_only_the_city_makes_a_fact(self) -> None:
        """A claim shown as a fact rests on the city's own page."""
        facts = [claim for claim in Claim.objects.all() if standing_of(claim) == Standing.FACT]
        assert {claim.piece.source.slug for claim in facts if claim.piece} <= {
            "city-page",
            "city-page-2021",
            "brussel-subsidies-2018",
            "brussel-subsidies-2020",
        }

    def test_what_the_other_source_alone_says_is_according_to_it(self) -> None:
        """The water of Labé."""
        project = Project.objects.get(slug="eau-labe")
        claims = Claim.objects.filter(subject_type__model="project", subject_id=project.pk)
        assert {standing_of(claim) for claim in claims} == {Standing.ACCORDING}
        assert (project.start, project.end, project.status) == (None, None, "unknown")

    def test_both_areas_of_kimbanseke_are_kept_and_one_is_shown(self) -> None:
        """237 km² and about 250 km²."""
        place = Place.objects.get(slug="kimbanseke")
        claim = Claim.objects.get(
            subject_type__model="place", subject_id=place.pk, about="area_km2"
        )
        said = {piece.source.slug: piece.value["en"] for piece in claim.evidence.all()}
        assert said == {"city-page": "237\u00a0km²", "sudinfo-2023-01": "about 250\u00a0km²"}
        assert claim.piece is not None
        assert (claim.piece.source.slug, place.area_km2) == ("city-page", 237)
        assert set(claim.shown_because) == LANGUAGES

    def test_200_families_were_announced_and_197_reached(self) -> None:
        """Two sources, two columns."""
        families = Beneficiaries.objects.get(project__slug="limpoba", slug="familles")
        assert (families.announced, families.reached) == (200, 197)
