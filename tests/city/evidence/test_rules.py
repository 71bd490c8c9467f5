"""What makes a claim acceptable, and how it may be shown."""

from collections.abc import Sequence

import pytest

from jumelage.city.evidence.choices import Stance, Standing, Voice
from jumelage.city.evidence.rules.claims import Piece, shown_piece
from jumelage.city.evidence.rules.languages import languages_of
from jumelage.city.evidence.rules.standing import standing
from jumelage.foundation.kernel.errors import Refused


@pytest.mark.parametrize("voice", Voice)
def test_what_is_announced_is_never_a_fact(voice: Voice) -> None:
    assert standing(voice=voice, stance=Stance.ANNOUNCES) == Standing.ANNOUNCED


@pytest.mark.parametrize("voice", Voice)
def test_only_the_city_states_facts(voice: Voice) -> None:
    expected = Standing.FACT if voice == Voice.CITY else Standing.ACCORDING
    assert standing(voice=voice, stance=Stance.STATES) == expected


ONE = Piece("city", pinned=True)
OTHER = Piece("press", pinned=True)
CHOSEN = Piece("partner", pinned=True, shown=True)


@pytest.mark.parametrize(
    ("pieces", "has_reason", "expected"),
    [
        ([ONE], False, 0),
        ([CHOSEN], True, 0),
        ([ONE, CHOSEN], True, 1),
        ([CHOSEN, ONE, OTHER], True, 0),
        ([], True, "evidence-source-missing"),
        ([Piece("city", pinned=False)], True, "evidence-unpinned"),
        ([CHOSEN, Piece("city", pinned=False)], True, "evidence-unpinned"),
        ([CHOSEN, ONE, ONE], True, "evidence-source-twice"),
        ([ONE, OTHER], True, "evidence-choice-missing"),
        ([CHOSEN, Piece("press", pinned=True, shown=True)], True, "evidence-choice-missing"),
        ([ONE, CHOSEN], False, "evidence-reason-missing"),
    ],
)
def test_choice_of_what_is_shown(
    pieces: Sequence[Piece], has_reason: bool, expected: int | str
) -> None:
    if isinstance(expected, int):
        assert shown_piece("area_km2", pieces, has_reason=has_reason) == expected
        return
    with pytest.raises(Refused) as refusal:
        shown_piece("area_km2", pieces, has_reason=has_reason)
    assert refusal.value.code == expected
    assert refusal.value.details["about"] == "area_km2"


FRENCH = (
    "La Ville soutient des projets avec ses partenaires pour que les habitants vivent mieux. " * 3
)
DUTCH = "De Stad steunt het project van een vereniging en dat is goed voor de buurt. " * 3
ENGLISH = "The City supports the projects of its partners and this is good for the people. " * 3


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        (FRENCH, ["fr"]),
        (DUTCH, ["nl"]),
        (ENGLISH, ["en"]),
        (DUTCH + FRENCH, ["fr", "nl"]),
        (FRENCH * 4 + "The end of the page.", ["fr"]),
        ("La Ville et les partenaires.", []),
        ("", []),
        ("Kimbanseke Limete Ngaba " * 200 + FRENCH, []),
        ("Η πόλη στηρίζει τα έργα των εταίρων της. " * 20, []),
    ],
)
def test_languages_are_found_or_stay_unknown(text: str, languages: list[str]) -> None:
    assert sorted(languages_of(text)) == languages
