"""Our lists against the published ones."""

import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings

from jumelage.foundation.reference.queries import entries

CODELISTS = Path(settings.BASE_DIR).parent / "shared/standards/iati/codelists"
if not CODELISTS.is_dir():
    if os.environ.get("CI") == "true":
        pytest.fail(f"the published codelists are not in {CODELISTS}", pytrace=False)
    pytest.skip("the published codelists are not here", allow_module_level=True)

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SAME = {
    "sectors": "Sector",
    "sector_categories": "SectorCategory",
    "targets": "UNSDG-Targets",
    "organisation_roles": "OrganisationRole",
    "organisation_types": "OrganisationType",
}
# The Netherlands Antilles, dissolved in 2010, withdrawn from ISO 3166-1.
WITHDRAWN_COUNTRIES = {"AN"}


def published(name: str) -> dict[str, dict[str, str]]:
    """Every code of a codelist, with its names by language."""
    items = ET.parse(CODELISTS / f"{name}.xml").getroot().iter("codelist-item")
    return {
        item.findtext("code", ""): {
            text.get(LANG, "en"): " ".join((text.text or "").split())
            for text in item.findall("name/narrative")
        }
        for item in items
    }


@pytest.mark.parametrize(("ours", "theirs"), SAME.items())
def test_codes_and_names_are_the_published_ones(ours: str, theirs: str) -> None:
    assert {code: dict(entry.name) for code, entry in entries(ours).items()} == published(theirs)


def test_the_goals_are_the_published_ones_with_short_names_in_three_languages() -> None:
    goals = entries("goals")
    assert {code: dict(goal.long) for code, goal in goals.items()} == published("UNSDG-Goals")
    assert all(set(goal.name) == {"fr", "nl", "en"} for goal in goals.values())


def test_each_sector_belongs_to_a_published_category() -> None:
    assert {sector.category for sector in entries("sectors").values()} <= published(
        "SectorCategory"
    ).keys()


def test_each_target_belongs_to_a_goal() -> None:
    assert {code.split(".")[0] for code in entries("targets")} == entries("goals").keys()


def test_every_country_has_both_codes_and_three_names() -> None:
    ours = entries("countries")
    assert ours.keys() == published("Country").keys() - WITHDRAWN_COUNTRIES
    assert len({country.alpha3 for country in ours.values()}) == len(ours)
    assert all(set(country.name) == {"fr", "nl", "en"} for country in ours.values())


def test_languages_are_published_ones() -> None:
    assert entries("languages").keys() <= published("Language").keys()
