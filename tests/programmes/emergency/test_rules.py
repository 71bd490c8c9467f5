"""GLIDE numbers, money and goods, countries: the rules, without a database."""

from decimal import Decimal

import pytest

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.emergency.choices import Hazard
from jumelage.programmes.emergency.rules.aid import (
    Aid,
    Lot,
    check_aid,
    check_countries,
    check_principles,
)
from jumelage.programmes.emergency.rules.coverage import Coverage, helped
from jumelage.programmes.emergency.rules.glide import About, Glide, check_glides, read_glide

COUNTRIES = {"ESP", "IND", "THA", "TUR", "SYR"}


def read(text: str) -> Glide:
    return read_glide(text, hazards=Hazard.values, countries=COUNTRIES, wanted=["ESP"])


def test_there_are_24_hazards() -> None:
    assert len(Hazard.values) == 24


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("FL-2024-000199-ESP", ("FL", 2024, "000199", "ESP")),
        ("EQ-2001-000033-IND", ("EQ", 2001, "000033", "IND")),
        ("FL-2011-000135-THA", ("FL", 2011, "000135", "THA")),
        (" fl-2011-000135-tha ", ("FL", 2011, "000135", "THA")),
    ],
)
def test_a_number_is_taken_apart(text: str, parts: tuple[str, int, str, str]) -> None:
    glide = read(text)
    assert (glide.hazard, glide.year, glide.number, glide.country) == parts
    assert str(glide) == text.strip().upper()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "glide-unreadable"),
        ("FL2024000199ESP", "glide-unreadable"),
        ("FL-2024-000199-ESP-1", "glide-unreadable"),
        ("XX-2024-000199-ESP", "glide-hazard-unknown"),
        ("FL-24-000199-ESP", "glide-year-unfit"),
        ("FL-1824-000199-ESP", "glide-year-unfit"),
        ("FL-2024-199-ESP", "glide-number-unfit"),
        ("FL-2024-٠٠٠١٩٩-ESP", "glide-number-unfit"),
        ("FL-2024-000199-ES", "glide-country-unknown"),
        ("FL-2024-000199-XXX", "glide-country-unknown"),
    ],
)
def test_a_wrong_number_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text)
    assert refused.value.code == code


def test_a_wrong_country_proposes_those_of_the_crisis() -> None:
    with pytest.raises(Refused) as refused:
        read("FL-2024-000199-ES")
    assert refused.value.details["known"] == "ESP"
    with pytest.raises(Refused) as refused:
        read_glide("FL-2024-000199-ES", hazards=Hazard.values, countries=COUNTRIES)
    assert refused.value.details["known"] == "–"


@pytest.mark.parametrize(
    ("about", "code"),
    [
        (About(["ESP"], 2024, None, "FL"), None),
        (About(["ESP"]), None),
        (About(["ESP"], 2023, 2024), None),
        (About(["ESP"], 2022), None),
        (About(["TUR", "SYR"], 2024), "glide-country-other"),
        (About(["ESP"], 2025), "glide-year-other"),
        (About(["ESP"], 2020, 2023), "glide-year-other"),
        (About(["ESP"], None, 2023), "glide-year-other"),
        (About(["ESP"], 2024, None, "EQ"), "glide-hazard-other"),
    ],
)
def test_a_number_speaks_of_its_crisis(about: About, code: str | None) -> None:
    glides = [read("FL-2024-000199-ESP")]
    if code is None:
        check_glides(glides, about)
        return
    with pytest.raises(Refused) as refused:
        check_glides(glides, about)
    assert refused.value.code == code


def test_a_number_stands_once() -> None:
    glide = read("FL-2024-000199-ESP")
    with pytest.raises(Refused) as refused:
        check_glides([glide, glide], About(["ESP"]))
    assert refused.value.code == "glide-twice"


TENTS = Lot("Tents", Decimal(12), has_unit=True)


@pytest.mark.parametrize(
    "aid",
    [
        Aid(in_money=True, given=True),
        Aid(in_money=True, given=True, amount_cents=1_000_000, has_stage=True),
        Aid(in_money=True, given=False),
        Aid(in_money=False, given=True, lots=[TENTS, Lot("Blankets")]),
        Aid(in_money=False, given=True, lots=[TENTS], value_cents=5000, has_basis=True),
        Aid(in_money=False, given=False),
    ],
)
def test_money_and_goods_stand_apart(aid: Aid) -> None:
    check_aid(aid)


@pytest.mark.parametrize(
    ("aid", "code"),
    [
        (Aid(in_money=False, given=True, amount_cents=1), "goods-with-amount"),
        (Aid(in_money=False, given=True, has_stage=True), "stage-without-money"),
        (Aid(in_money=False, given=True, value_cents=1), "value-without-basis"),
        (Aid(in_money=True, given=True, lots=[TENTS]), "money-with-goods"),
        (Aid(in_money=True, given=True, value_cents=1, has_basis=True), "value-without-goods"),
        (Aid(in_money=True, given=False, amount_cents=1), "amount-not-given"),
        (Aid(in_money=True, given=False, has_stage=True), "amount-not-given"),
        (
            Aid(in_money=False, given=True, lots=[Lot("Tents", Decimal(0), has_unit=True)]),
            "quantity-not-positive",
        ),
        (
            Aid(in_money=False, given=True, lots=[Lot("Tents", Decimal(3))]),
            "quantity-without-unit",
        ),
    ],
)
def test_what_would_be_added_up_wrongly_is_refused(aid: Aid, code: str) -> None:
    with pytest.raises(Refused) as refused:
        check_aid(aid)
    assert refused.value.code == code


def test_principles_are_the_four() -> None:
    check_principles(["humanity"], known=["humanity", "neutrality"])
    with pytest.raises(Refused) as refused:
        check_principles(["humanity", "speed"], known=["humanity", "neutrality"])
    assert refused.value.details == {"word": "speed", "known": "humanity, neutrality"}


def test_countries_reached_are_those_of_the_crisis() -> None:
    check_countries(["TR"], of_crisis=["SY", "TR"])
    with pytest.raises(Refused) as refused:
        check_countries(["TR", "ES"], of_crisis=["SY", "TR"])
    assert refused.value.details == {"codes": "ES", "known": "SY, TR"}


@pytest.mark.parametrize(
    ("countries", "of_crisis", "surely"),
    [
        ([], ["MA"], ["MA"]),
        (["TR"], ["SY", "TR"], ["TR"]),
        (["SY", "TR"], ["SY", "TR"], ["SY", "TR"]),
        ([], ["SY", "TR"], []),
    ],
)
def test_nobody_guesses_which_country_was_helped(
    countries: list[str], of_crisis: list[str], surely: list[str]
) -> None:
    assert helped(countries, of_crisis=of_crisis) == surely


@pytest.mark.parametrize(
    ("declared", "documented", "missing"),
    [(10, 1, 9), (10, 10, 0), (10, 11, None), (None, 1, None), (0, 0, 0)],
)
def test_declared_and_documented(
    declared: int | None, documented: int, missing: int | None
) -> None:
    assert Coverage(declared, documented).missing == missing
