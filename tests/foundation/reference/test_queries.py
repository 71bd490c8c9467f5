"""Names and codes of the lists made by others."""

import pytest
from django.utils.translation import override

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.reference import queries

LISTS = {
    "countries": 250,
    "languages": 180,
    "sectors": 325,
    "sector_categories": 44,
    "goals": 17,
    "targets": 169,
    "organisation_roles": 4,
    "organisation_types": 16,
}


@pytest.mark.parametrize(("name", "count"), LISTS.items())
def test_every_list_is_whole(name: str, count: int) -> None:
    entries = queries.entries(name)
    assert len(entries) == count
    assert all(entry.code == code and entry.name for code, entry in entries.items())


@pytest.mark.parametrize(
    ("language", "name"), [("fr", "Maroc"), ("nl", "Marokko"), ("en", "Morocco")]
)
def test_a_country_in_three_languages(language: str, name: str) -> None:
    assert queries.country_name("MA", language) == name
    with override(language):
        assert queries.country_name("MA") == name


def test_names_of_the_other_lists() -> None:
    with override("fr"):
        assert queries.language_name("ln") == "lingala"
    with override("en"):
        assert queries.sector_name("14031") == "Basic drinking water supply"
    with override("nl"):
        assert queries.sdg_name("6") == "Schoon water en sanitair"


def test_a_name_unknown_in_a_language_is_given_in_another() -> None:
    assert "nl" not in queries.entry("sectors", "14031").name
    with override("fr"):
        french = queries.sector_name("14031")
    with override("nl"):
        assert queries.sector_name("14031") == french


def test_the_goals_have_their_sentence_too() -> None:
    assert (
        queries.entry("goals", "1").long["en"] == "Goal 1. End poverty in all its forms everywhere"
    )


def test_an_unknown_code_is_refused_by_name() -> None:
    with pytest.raises(Refused) as refused:
        queries.country_name("ZZ")
    assert refused.value.code == "reference-unknown"
    with override("en"):
        assert sentence(refused.value) == "“ZZ” is not in the list “countries”. Check the code."


def test_countries_stand_in_the_order_of_the_language() -> None:
    french = [name for _, name in queries.countries("fr")]
    near = french[french.index("Estonie") : french.index("Fidji") + 1]
    assert [near[0], near[1], *near[-3:]] == [
        "Estonie",
        "Eswatini",
        "États-Unis",
        "Éthiopie",
        "Fidji",
    ]
    with override("nl"):
        assert queries.countries()[0][1] == "Afghanistan"
    assert len(french) == 250


def test_withdrawn_sectors_are_not_offered() -> None:
    offered = queries.sectors()
    assert 0 < len(offered) < len(queries.entries("sectors"))
    assert [s.code for s in offered] == sorted(s.code for s in offered)
    assert not any(sector.withdrawn for sector in offered)
