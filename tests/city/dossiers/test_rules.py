"""Tables of cases of the rules: accounts, national numbers, validity, completeness."""

from datetime import date

import pytest

from jumelage.city.dossiers.choices import LegalForm
from jumelage.city.dossiers.rules.completeness import DOCUMENTS, DossierFacts, lacks
from jumelage.city.dossiers.rules.iban import SEPA, payee_iban
from jumelage.city.dossiers.rules.national_number import (
    holds_national_number,
    refuse_national_number,
)
from jumelage.city.dossiers.rules.standing import accounts_too_old, standing
from jumelage.foundation.kernel.enterprise_number import parse_enterprise_number
from jumelage.foundation.kernel.errors import Refused


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0207.373.429", "0207373429"),
        ("BE 0207.373.429", "0207373429"),
        ("207.373.429", "0207373429"),
        ("(0)403.019.261", "0403019261"),
        ("1000000120", "1000000120"),
        ("0194000097", "0194000097"),
    ],
)
def test_enterprise_numbers(text: str, digits: str) -> None:
    assert parse_enterprise_number(text) == digits


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0428.759.498", "enterprise-number-check"),
        ("2000000000", "enterprise-number-start"),
        ("0000000000", "enterprise-number-check"),
        ("12345678", "enterprise-number-length"),
    ],
)
def test_enterprise_numbers_that_are_wrong(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_enterprise_number(text)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("text", "number", "known"),
    [
        # The textbook example: no bank has the code 539, which is a warning and never an error.
        ("BE68 5390 0754 7034", "BE68539007547034", False),
        ("BE32 123-4567890-02", "BE32123456789002", True),
        ("be71 0961.2345.6769", "BE71096123456769", True),
        ("IBAN: BE71 0961 2345 6769", "BE71096123456769", True),
        ("BE71\u00a00961\u202f2345\u20116769", "BE71096123456769", True),
        ("NL91 ABNA 0417 1643 00", "NL91ABNA0417164300", None),
        ("GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432", None),
    ],
)
def test_accounts(text: str, number: str, known: bool | None) -> None:
    read = payee_iban(text)
    assert (read.number, read.bank_known, read.country) == (number, known, number[:2])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("BE69539007547034", "iban-check"),
        ("BE68539007547035", "iban-check"),
        ("BE41091811735141", "iban-national"),
        ("BE71 0961 2345 676", "iban-length"),
        ("BE71 0961 2345 67690", "iban-length"),
        ("CD08 0000 1500 0601 1111 1111 111", "iban-outside-sepa"),
        ("MA64 0115 1900 0001 2050 0053 4921", "iban-outside-sepa"),
        ("096-1234567-69", "iban-unreadable"),
        ("BE71 0961 2345 67é9", "iban-unreadable"),
        ("", "iban-unreadable"),
        # Right check digits, letters where digits belong: by the registry's structure.
        ("BE32ABCD12345678", "iban-national"),
        ("DE06ABCDEFGHIJKLMNOPQR", "iban-national"),
    ],
)
def test_accounts_that_are_wrong(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        payee_iban(text)
    assert refusal.value.code == code


def test_lengths_are_those_of_the_registry() -> None:
    import re

    from stdnum import numdb

    registry = numdb.get("iban")
    for country, length in SEPA.items():
        structure = registry.info(f"{country}00")[0][1]["bban"]
        assert 4 + sum(map(int, re.findall(r"(\d+)!", structure))) == length, country


@pytest.mark.parametrize(
    "text",
    [
        "85.07.30-033.28",
        "85073003328",
        "n° 85 07 30 033 28, merci",
        "85/07/30-033-28",
        # Born in 2000 or later: a 2 in front of the nine digits.
        "00012556777",
        # A bis number: the month plus 40.
        "85473003317",
    ],
)
def test_national_numbers_are_seen(text: str) -> None:
    assert holds_national_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "85073003329",
        "85.13.30-033.28",
        "85.07.32-033.28",
        "85.99.30-033.28",
        "0403.019.261",
        "BE71 0961 2345 6769",
        "+32 475 12 34 56",
        "1234567890123",
        "",
    ],
)
def test_other_numbers_are_not_national(text: str) -> None:
    assert not holds_national_number(text)


def test_a_national_number_is_refused_with_its_field() -> None:
    refuse_national_number(name="Ali", purpose="")
    with pytest.raises(Refused) as refusal:
        refuse_national_number(name="Ali 85.07.30-033.28")
    assert (refusal.value.code, refusal.value.details) == ("national-number", {"field": "name"})


DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("kind", "valid_from", "valid_until", "confirmed_on", "stands"),
    [
        ("statutes", None, None, DAY, "valid"),
        ("statutes", None, None, date(2025, 3, 2), "valid"),
        ("statutes", None, None, date(2025, 3, 1), "to_confirm"),
        ("accounts", None, None, date(2020, 1, 1), "valid"),
        ("statutes", None, date(2026, 3, 1), DAY, "expired"),
        ("statutes", None, date(2026, 3, 2), DAY, "soon"),
        ("statutes", None, date(2026, 5, 1), DAY, "soon"),
        ("statutes", None, date(2026, 5, 2), DAY, "valid"),
        # One with an end speaks for itself until then.
        ("statutes", None, date(2030, 1, 1), date(2020, 1, 1), "valid"),
        ("statutes", date(2026, 3, 3), None, DAY, "future"),
        ("statutes", date(2026, 3, 2), None, DAY, "valid"),
    ],
)
def test_standing(kind, valid_from, valid_until, confirmed_on, stands) -> None:
    given = {"valid_from": valid_from, "valid_until": valid_until, "confirmed_on": confirmed_on}
    assert standing(kind=kind, **given, today=DAY) == stands


@pytest.mark.parametrize(
    ("year", "day", "old"),
    [
        (2024, date(2026, 6, 30), False),
        (2024, date(2026, 7, 1), True),
        (2025, date(2026, 7, 1), False),
        (2023, date(2026, 1, 1), True),
        (None, date(2026, 1, 1), True),
    ],
)
def test_accounts_grow_old(year: int | None, day: date, old: bool) -> None:
    assert accounts_too_old(year, today=day) is old


WHOLE = {
    "legal_form": "asbl",
    "number": "0403019261",
    "email": "info@example.org",
    "has_seat": True,
    "account_holder": "ASBL",
    "persons": ("Awa Diop",),
    "somebody_signs": True,
    "documents": {"statutes": "valid", "accounts": "soon", "iban": "valid"},
}
DE_FACTO = {
    **WHOLE,
    "legal_form": "de_facto",
    "number": "",
    "persons_count": 3,
    "persons": ("Awa Diop", "Jan Peeters", "Léa Petit"),
    "account_holder": "AWA DIOP",
    "documents": {"declaration": "valid", "iban": "valid"},
}


@pytest.mark.parametrize("facts", [WHOLE, DE_FACTO], ids=["asbl", "de facto"])
def test_whole_dossiers_lack_nothing(facts) -> None:
    assert lacks(DossierFacts(**facts)) == []


@pytest.mark.parametrize(
    ("facts", "change", "codes"),
    [
        (WHOLE, {"number": ""}, ["number-missing"]),
        (WHOLE, {"email": ""}, ["email-missing"]),
        (WHOLE, {"has_seat": False}, ["seat-missing"]),
        (WHOLE, {"account_holder": None}, ["account-missing"]),
        (WHOLE, {"persons": ()}, ["people-missing"]),
        (WHOLE, {"somebody_signs": False}, ["signatory-missing"]),
        (WHOLE, {"documents": {}}, ["document-missing"] * 3),
        (WHOLE, {"documents": WHOLE["documents"] | {"statutes": "expired"}}, ["document-expired"]),
        (WHOLE, {"documents": WHOLE["documents"] | {"iban": "refused"}}, ["document-again"]),
        (WHOLE, {"documents": WHOLE["documents"] | {"iban": "future"}}, ["document-missing"]),
        (WHOLE, {"documents": WHOLE["documents"] | {"accounts": "old"}}, ["document-old"]),
        (
            WHOLE,
            {"documents": WHOLE["documents"] | {"statutes": "to_confirm"}},
            ["document-unconfirmed"],
        ),
        (DE_FACTO, {"persons_count": None}, ["persons-unknown"]),
        (DE_FACTO, {"persons_count": 2}, ["persons-few"]),
        (DE_FACTO, {"persons": ("Awa Diop",)}, ["people-missing"]),
        (DE_FACTO, {"account_holder": "Jean Autre"}, ["holder-unnamed"]),
        (DE_FACTO, {"account_holder": None}, ["account-missing"]),
    ],
)
def test_what_is_lacking(facts, change, codes) -> None:
    assert [one.code for one in lacks(DossierFacts(**{**facts, **change}))] == codes


def test_a_call_may_ask_otherwise() -> None:
    facts = DossierFacts(**DE_FACTO)
    assert [one.code for one in lacks(facts, min_persons=5)] == ["persons-few", "people-missing"]
    assert [one.details for one in lacks(facts, documents=["report"])] == [{"kind": "report"}]
    assert lacks(DossierFacts(**{**WHOLE, "documents": {}}), documents=[]) == []


def test_every_legal_form_has_its_documents() -> None:
    assert set(DOCUMENTS) == set(LegalForm.values)
