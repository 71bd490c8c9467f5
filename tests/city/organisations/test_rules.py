"""How numbers are written, and which organisations are likely one."""

import pytest

from jumelage.city.organisations.rules.doubles import (
    Known,
    comparable_name,
    comparable_number,
    likely_doubles,
)
from jumelage.city.organisations.rules.identifiers import clean_identifier
from jumelage.foundation.kernel.errors import Refused


@pytest.mark.parametrize(
    ("scheme", "value", "kept"),
    [
        ("BE-BCE_KBO", "BE 0207.373.429", "0207373429"),
        ("BE-BCE_KBO", "207.373.429", "0207373429"),
        ("MA-COA", " 12.34 ", "12.34"),
    ],
)
def test_number_in_one_way_of_writing(scheme: str, value: str, kept: str) -> None:
    assert clean_identifier(scheme, value) == kept


@pytest.mark.parametrize(
    ("value", "code"),
    [("0428.759.498", "enterprise-number-check"), ("12345678", "enterprise-number-length")],
)
def test_wrong_enterprise_number_is_refused(value: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        clean_identifier("BE-BCE_KBO", value)


@pytest.mark.parametrize(
    ("name", "comparable"),
    [
        ("Les Amis ASBL", "les amis"),
        ("A.S.B.L. Les  Amis", "les amis"),
        ("SOS Villages d’Enfants", "sos villages d enfants"),
        ("Brissi vzw", "brissi"),
        ("Saint-Pierre", "saint pierre"),
        ("ASBL", ""),
    ],
)
def test_comparable_names(name: str, comparable: str) -> None:
    assert comparable_name(name) == comparable


@pytest.mark.parametrize(
    ("number", "comparable"),
    [
        ("BE 0207.373.429", "207373429"),
        ("0207373429", "207373429"),
        (" abc ", "ABC"),
        ("000", "000"),
    ],
)
def test_comparable_numbers(number: str, comparable: str) -> None:
    assert comparable_number(number) == comparable


def test_doubles_share_a_name_or_a_number() -> None:
    known = [
        Known(1, ("Les Amis", "De Vrienden"), ("0207373429",)),
        Known(2, ("Les amis asbl",)),
        Known(3, ("Other",), ("BE0207.373.429",)),
        Known(4, ("De Vrienden vzw", "Les Amis"), ("207373429",)),
        Known(5, ("",)),
        Known(6, ("asbl",)),
    ]
    assert list(likely_doubles(known)) == [
        (1, 3, "same-number"),
        (1, 4, "same-number"),
        (3, 4, "same-number"),
        (1, 2, "same-name"),
        (2, 4, "same-name"),
    ]


def test_nobody_is_their_own_double() -> None:
    assert list(likely_doubles([Known(1, ("Les Amis", "Les amis"), ("12", "012"))])) == []
