"""Money, partial dates, periods, numbers of enterprises and accounts, folded texts."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from jumelage.foundation.kernel.enterprise_number import (
    format_enterprise_number,
    parse_enterprise_number,
)
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.folding import fold
from jumelage.foundation.kernel.money import format_euros, parse_euros
from jumelage.foundation.kernel.partial_dates import PartialDate, PartialDateField
from jumelage.foundation.kernel.periods import Period


def refusal(act: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("12500", 1_250_000),
        ("12 500,50 €", 1_250_050),
        ("€ 12.500,5", 1_250_050),
        ("12.500", 1_250_000),
        ("12,5", 1_250),
        ("1.234.567,89", 123_456_789),
        ("1,234,567.89", 123_456_789),
        ("150 000 €", 15_000_000),
        ("150\u202f000\u00a0€", 15_000_000),
        ("0", 0),
        ("0,05", 5),
    ],
)
def test_amounts_are_read(text: str, cents: int) -> None:
    assert parse_euros(text) == cents


@pytest.mark.parametrize("text", ["", "€", "-5", "1,2345", "12.5.5", "twelve", "5 $", "٥"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    refused = refusal(lambda: parse_euros(text))
    assert (refused.code, refused.details) == ("euros-unreadable", {"text": text})


@pytest.mark.parametrize(
    ("cents", "language", "text"),
    [
        (15_000_000, "fr", "150\u202f000\u00a0€"),
        (15_000_000, "nl", "€\u00a0150.000"),
        (15_000_000, "en", "€150,000"),
        (123_456, "fr", "1\u202f234,56\u00a0€"),
        (5, "nl", "€\u00a00,05"),
        (0, "en", "€0"),
        (10**19 + 1, "en", "€100,000,000,000,000,000.01"),
    ],
)
def test_amounts_are_written(cents: int, language: str, text: str) -> None:
    assert format_euros(cents, language) == text


@given(st.integers(0, 10**15), st.sampled_from(["fr", "nl", "en"]))
def test_amount_that_is_written_is_read_again(cents: int, language: str) -> None:
    assert parse_euros(format_euros(cents, language)) == cents


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0207.373.429", "0207373429"),
        ("BE 0207.373.429", "0207373429"),
        ("be0207373429", "0207373429"),
        ("207.373.429", "0207373429"),
        ("(0)403.019.261", "0403019261"),
        ("1000000120", "1000000120"),
        ("0194000097", "0194000097"),
        ("0428.759.497", "0428759497"),
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
        ("", "enterprise-number-length"),
        ("BE", "enterprise-number-length"),
        ("0207.373.42X", "enterprise-number-length"),
        ("٠٢٠٧٣٧٣٤٢٩", "enterprise-number-length"),
    ],
)
def test_wrong_enterprise_numbers_are_refused(text: str, code: str) -> None:
    assert refusal(lambda: parse_enterprise_number(text)).code == code


def test_refusal_tells_how_many_digits_there_are() -> None:
    assert refusal(lambda: parse_enterprise_number("0207.373.42X")).details["count"] == 9


@given(st.integers(100_000_0, 199_999_99))
def test_check_digits_are_97_minus_the_remainder(base: int) -> None:
    eight = f"{base:08}"
    check = 97 - base % 97
    assert parse_enterprise_number(f"{eight}{check:02}") == f"{eight}{check:02}"
    assert (
        refusal(lambda: parse_enterprise_number(f"{eight}{check % 97 + 1:02}")).code
        == "enterprise-number-check"
    )


def test_enterprise_number_is_written_with_dots() -> None:
    assert format_enterprise_number("0403019261") == "0403.019.261"


_DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
_PARTIAL: st.SearchStrategy[PartialDate] = st.builds(
    lambda day, known: PartialDate(day.year, *(day.month, day.day)[:known]),
    _DAYS,
    st.integers(0, 2),
)


@given(_PARTIAL)
def test_date_that_is_written_is_read_again(day: PartialDate) -> None:
    assert PartialDate.parse(str(day)) == day
    assert PartialDate.parse(f" {day} ") == day
    assert day.earliest <= day.latest


@given(_PARTIAL, _PARTIAL)
def test_surely_before_means_every_day_is(one: PartialDate, other: PartialDate) -> None:
    if one.surely_before(other):
        assert str(one) < str(other)
        assert not other.surely_before(one)
    else:
        assert one.latest >= other.earliest


@pytest.mark.parametrize(
    "text",
    ["", "15", "2015-1", "2015-13", "2015-00", "2023-02-29", "2015-1-1", "05/12/2022", "0000", "soon",
     "2015-", "２０１５"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    assert refusal(lambda: PartialDate.parse(text)).code == "date-unreadable"


@pytest.mark.parametrize("parts", [(2021, None, 5), (2021, 13), (2021, 2, 30), (0,)])
def test_date_out_of_the_calendar_cannot_be_made(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"month|day|year"):
        PartialDate(*parts)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("2015", "fr", "2015"),
        ("2021-01", "fr", "janvier 2021"),
        ("2021-01", "nl", "januari 2021"),
        ("2022-12-05", "fr", "5 décembre 2022"),
        ("2022-12-01", "fr", "1er décembre 2022"),
        ("2022-12-11", "fr", "11 décembre 2022"),
        ("2022-12-01", "nl", "1 december 2022"),
        ("2022-12-05", "en", "5 December 2022"),
    ],
)
def test_dates_in_words(text: str, language: str, words: str) -> None:
    assert PartialDate.parse(text).in_words(language) == words


def test_leap_day_is_the_last_of_its_month() -> None:
    assert PartialDate(2024, 2).latest == date(2024, 2, 29)
    assert PartialDate(2023, 2).latest == date(2023, 2, 28)


def test_column_holds_a_date_or_nothing() -> None:
    field = PartialDateField()
    assert field.clean("2021-01", None) == PartialDate(2021, 1)  # type: ignore[arg-type]
    assert field.clean(PartialDate(2021), None) == PartialDate(2021)  # type: ignore[arg-type]
    assert field.to_python("") is None
    assert field.from_db_value(None) is None
    assert field.from_db_value("2021") == PartialDate(2021)
    assert field.get_prep_value(PartialDate(2021, 1)) == "2021-01"
    assert field.get_prep_value("") is None
    with pytest.raises(ValidationError, match="2015"):
        field.to_python("soon")


def period(start: str, end: str) -> Period:
    return Period(*(PartialDate.parse(text) if text else None for text in (start, end)))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021", "2024", "2021–2024"),
        ("2022", "2023-12", "2022 – décembre 2023"),
        ("2002", "", "2002 –"),
        ("", "2023-12", "– décembre 2023"),
        ("2022", "2022", "2022"),
        ("", "", ""),
    ],
)
def test_periods_in_words(start: str, end: str, words: str) -> None:
    assert period(start, end).in_words("fr") == words


def test_period_that_ends_before_it_starts_is_refused() -> None:
    refused = refusal(lambda: period("2022", "2021-12"))
    assert refused.code == "period-reversed"
    assert {name: str(day) for name, day in refused.details.items()} == {
        "start": "2022",
        "end": "2021-12",
    }


def test_period_within_what_is_known_is_accepted() -> None:
    assert period("2022-06", "2022").end == PartialDate(2022)


@given(st.none() | _PARTIAL, st.none() | _PARTIAL, _DAYS)
def test_period_is_never_over_before_it_has_begun(
    start: PartialDate | None, end: PartialDate | None, today: date
) -> None:
    if start and end and end.surely_before(start):
        return
    lasting = Period(start, end)
    assert lasting.has_begun(today) or not lasting.is_over(today)
    if end is None:
        assert not lasting.is_over(today)
    if start is None:
        assert lasting.has_begun(today)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Labé", "labe"),
        ("  Œuvre  d’Été ", "oeuvre d'ete"),
        ("GROẞE Straße", "grosse strasse"),
        ("Ærø Łódź", "aero lodz"),
        ("İstanbul ı", "istanbul i"),
        ("ﬁn", "fin"),
        ("", ""),
    ],
)
def test_texts_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
