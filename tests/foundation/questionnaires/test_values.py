"""Numbers, euros and days as people write them; texts as they paste them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.rules import values
from jumelage.foundation.questionnaires.rules.definition import Unit
from jumelage.foundation.questionnaires.rules.posted import LONGEST
from jumelage.foundation.questionnaires.rules.texts import clean, count


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1 234,56", 123456), ("1.234,56", 123456), ("1234.56", 123456), ("1234,56", 123456),
        ("1\u00a0234,56 €", 123456), ("€ 1\u202f234", 123400), ("1.234", 123400), ("1.234.567", 123456700),
        ("1,234.56", 123456), ("1,234,567", 123456700), ("1 234.5", 123450), ("0,05", 5), ("0", 0), ("12,-", 1200),
        ("12,5", 1250), ("1'234.50", None), ("1’234,50", 123450), ("EUR 12", 1200),
    ],
)  # fmt: skip
def test_money(text: str, cents: int | None) -> None:
    if cents is None:
        with pytest.raises(Refused):
            values.parse_money(text)
    else:
        assert values.parse_money(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "",
        "douze",
        "1,234",
        "12.34.56",
        "1234.567",
        "0.500",
        "-5",
        "1 23",
        "12 €/mois",
        "1,2,3",
        "１２",
    ],
)
def test_money_is_never_guessed(text: str) -> None:
    with pytest.raises(Refused) as refused:
        values.parse_money(text)
    assert refused.value.code == "answer-money-unreadable"


def test_too_much_money_is_a_slip() -> None:
    with pytest.raises(Refused) as refused:
        values.parse_money("1 000 000 000")
    assert refused.value.code == "answer-too-large"


@given(st.integers(0, values.LARGEST_CENTS))
def test_money_as_shown_is_read_back(cents: int) -> None:
    assert values.parse_money(values.written_money(cents)) == cents


@pytest.mark.parametrize(
    ("text", "decimals", "number"),
    [
        ("12", 0, 12),
        ("1 200", 0, 1200),
        ("-3", 0, -3),
        ("−3", 0, -3),
        ("12,0", 0, 12),
        ("12,50", 2, "12.5"),
        ("100", 2, 100),
    ],
)
def test_number(text: str, decimals: int, number: int | str) -> None:
    assert values.parse_number(text, decimals) == number
    assert values.parse_number(values.written_number(number), decimals) == number


@pytest.mark.parametrize(
    ("text", "decimals", "code"),
    [
        ("beaucoup", 0, "answer-number-unreadable"),
        ("1,5", 0, "answer-number-whole"),
        ("1,555", 2, "answer-number-decimals"),
        ("999999999999", 0, "answer-too-large"),
    ],
)
def test_number_refused(text: str, decimals: int, code: str) -> None:
    with pytest.raises(Refused) as refused:
        values.parse_number(text, decimals)
    assert refused.value.code == code


@pytest.mark.parametrize("text", ["2026-02-01", "1/2/2026", "01.02.2026", " 1-2-2026 "])
def test_day(text: str) -> None:
    assert values.parse_day(text) == "2026-02-01"


@pytest.mark.parametrize("text", ["31/02/2026", "février", "2/2026", "1/2/26"])
def test_day_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        values.parse_day(text)
    assert refused.value.code == "answer-date-unreadable"


def test_email() -> None:
    assert values.parse_email("a.b@ville.be") == "a.b@ville.be"
    for text in ("a@b", "a b@c.be", "@c.be", "a@c.be, d@e.be"):
        with pytest.raises(Refused, match="answer-email-unreadable"):
            values.parse_email(text)


@pytest.mark.parametrize(
    ("text", "cleaned", "removed"),
    [
        ("Eau\x00 \x07propre\u200b", "Eau propre", 3),
        ("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne", 0),
        ("e\u0301te\u0301", "été", 0),
        ("\u202eabc\u202c", "abc", 2),
        (" \n x \u00a0", "x", 0),
        ("soft\u00adhyphen", "softhyphen", 1),
        ("می\u200cخواهم", "می\u200cخواهم", 0),
    ],
)
def test_pasted_text_is_made_clean(text: str, cleaned: str, removed: int) -> None:
    found = clean(text)
    assert (found.text, found.removed) == (cleaned, removed)


def test_a_short_text_is_one_line() -> None:
    assert clean("Un\n titre\tlong", lines=False).text == "Un  titre long"


# The same cases are counted by the browser's module: tests/foundation/questionnaires/test_scripts.py.
COUNTED = [
    ("été", 3, 1), ("e\u0301te\u0301", 3, 1), ("a\r\nb", 3, 2), ("", 0, 0), ("  x  ", 1, 1),
    ("👨‍👩‍👧‍👦", 1, 0), ("👍🏽", 1, 0), ("🇧🇪🇨🇩", 2, 0), ("🇧🇪🇨", 2, 0), ("❤️", 1, 0), ("1️⃣", 1, 1),
    ("नमस्ते", 4, 1), ("L’eau : c’est la vie !", 22, 4), ("mot\u00a0: mot", 9, 2), ("می\u200cخواهم", 7, 1),
    ("a\u200db", 2, 1), ("Ünïcödé\u200b", 7, 1), ("日本語", 3, 1), ("12 000 €", 8, 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1, 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "characters", "words"), COUNTED)
def test_a_text_is_counted_as_its_reader_does(text: str, characters: int, words: int) -> None:
    assert (count(text), count(text, Unit.WORDS)) == (characters, words)


def test_plain_signs_are_counted_the_short_way_as_the_long_way_would() -> None:
    # The emoji has the whole text looked at sign by sign.
    for code in (*range(0x300), *range(0x2000, 0x20D0)):
        text = f"a{chr(code)}b"
        assert count(text) == count(f"{text}🙂") - 1, hex(code)


@pytest.mark.parametrize("row", [" " * LONGEST, "\u0301\u0316" * (LONGEST // 2)])
def test_no_text_keeps_the_server_busy(row: str) -> None:
    # Blanks looked at anew from each of them, marks put in order one by one: half a minute for one answer.
    begun = time.process_time()
    clean(f"a{row}b")
    assert time.process_time() - begun < 1


def test_a_letter_bears_thirty_marks_at_most() -> None:
    mark = "\u0316"
    cleaned = clean(f"a{mark * 31}b{mark}")
    assert (cleaned.text, cleaned.removed) == (f"a{mark * 30}b{mark}", 1)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text).text
    assert clean(once) == clean(once).__class__(once, 0)
    assert count(text) == count(once) <= len(once)
