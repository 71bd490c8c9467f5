"""Lifecycle, numbers, what is frozen, and what happens when two people write."""

import json
from datetime import UTC, datetime

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import State
from jumelage.programmes.applications.queries.receipts import hour_words
from jumelage.programmes.applications.rules.content import canonical, digest_of, grouped, mark_of
from jumelage.programmes.applications.rules.lifecycle import (
    TRANSITIONS,
    WRITABLE,
    next_state,
)
from jumelage.programmes.applications.rules.merging import merge
from jumelage.programmes.applications.rules.numbering import number_of, read_number

ALLOWED = {
    ("draft", "deposit"): "deposited",
    ("withdrawn", "deposit"): "deposited",
    ("deposited", "withdraw"): "withdrawn",
    ("deposited", "complete"): "deposited",
}


@pytest.mark.parametrize("state", State.values)
@pytest.mark.parametrize("act", sorted(TRANSITIONS))
def test_every_pair_of_state_and_act(state: str, act: str) -> None:
    if (state, act) in ALLOWED:
        assert next_state(state, act) == ALLOWED[state, act]
    else:
        with pytest.raises(Refused, match="application-state"):
            next_state(state, act)


def test_the_table_knows_only_states_that_there_are() -> None:
    named = {state for steps in TRANSITIONS.values() for pair in steps.items() for state in pair}
    assert named <= set(State.values)
    assert set(State.values) - {"deposited"} == WRITABLE
    with pytest.raises(Refused, match="application-state"):
        next_state("draft", "award")


@given(st.lists(st.sampled_from(sorted(TRANSITIONS)), max_size=12))
def test_a_file_is_deposited_after_a_deposit_only(acts: list[str]) -> None:
    state, done = "draft", []
    for act in acts:
        try:
            state = next_state(state, act)
            done.append(act)
        except Refused:
            continue
    last = next((act for act in reversed(done) if act in {"deposit", "withdraw"}), "")
    assert (state == "deposited") is (last == "deposit")
    deposits, withdrawals = done.count("deposit"), done.count("withdraw")
    assert deposits - withdrawals in {0, 1}


@given(st.integers(2020, 2099), st.integers(1, 999_999))
def test_a_number_is_read_back_however_it_is_written(year: int, sequence: int) -> None:
    number = number_of(year=year, sequence=sequence)
    assert read_number(number) == number
    assert read_number(f" {number.replace('-', ' ')} ") == number
    assert read_number(number.replace("-", "")) == number


@given(st.integers(2020, 2099), st.integers(1, 99_999), st.integers(0, 10), st.integers(1, 9))
def test_a_slip_of_one_digit_is_seen(year: int, sequence: int, place: int, by: int) -> None:
    digits = number_of(year=year, sequence=sequence).replace("-", "")
    wrong = digits[:place] + str((int(digits[place]) + by) % 10) + digits[place + 1 :]
    assert read_number(wrong) is None


def test_a_number_looks_like_this() -> None:
    assert number_of(year=2027, sequence=42) == f"2027-00042-{97 - 2027000042 % 97:02d}"
    assert read_number("2027-42-11") is None
    assert read_number("bonjour") is None


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(plain)
def test_the_same_content_is_the_same_text(content: object) -> None:
    text = canonical(content)
    assert canonical(json.loads(text)) == text
    assert digest_of(canonical(json.loads(text))) == digest_of(text)


def test_the_order_of_names_and_the_way_of_accents_do_not_matter() -> None:
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "e\u0301", "b": 1}) == '{"a":"é","b":1}'
    assert canonical((1, 2)) == "[1,2]"


def test_an_amount_is_never_a_fraction() -> None:
    with pytest.raises(TypeError):
        canonical({"cents": 1.5})


def test_a_digest_is_the_standard_one() -> None:
    assert digest_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert grouped(digest_of("abc")).split() == [
        *("ba7816bf", "8f01cfea", "414140de", "5dae2223"),
        *("b00361a3", "96177a9c", "b410ff61", "f20015ad"),
    ]


def test_nothing_written_has_no_mark() -> None:
    assert {mark_of(nothing) for nothing in (None, "", [], {})} == {""}
    assert len(mark_of("Eau")) == 8
    assert mark_of(0) != mark_of(False) != ""


def test_what_nobody_else_touched_is_kept() -> None:
    merged = merge(
        {"title": "Eau"}, {"title": "De l’eau", "place": "Labé"}, {"title": mark_of("Eau")}
    )
    assert merged.answers == {"title": "De l’eau", "place": "Labé"}
    assert merged.changed == ("title", "place")
    assert merged.conflicts == {}


def test_two_fields_of_one_section_are_nobody_s_conflict() -> None:
    # Ann loaded both fields; Ben changed the place meanwhile; Ann sends her new title and the old place.
    merged = merge(
        {"title": "Eau", "place": "Labé"},
        {"title": "De l’eau", "place": "Kindia"},
        {"title": mark_of("Eau"), "place": mark_of("Kindia")},
    )
    assert merged.answers == {"title": "De l’eau", "place": "Labé"}
    assert merged.conflicts == {}


def test_one_field_changed_twice_keeps_both_texts() -> None:
    merged = merge({"title": "Texte de Ben"}, {"title": "Texte d’Ann"}, {"title": mark_of("Début")})
    assert merged.answers == {"title": "Texte de Ben"}
    assert merged.conflicts == {"title": "Texte d’Ann"}
    assert merged.changed == ()


def test_without_marks_the_sender_is_believed() -> None:
    assert merge({"a": "1"}, {"a": "2"}, None).answers == {"a": "2"}


def test_emptying_a_field_is_a_change_too() -> None:
    assert merge({"a": "1"}, {"a": ""}, {"a": mark_of("1")}).changed == ("a",)
    assert merge({"a": "2"}, {"a": ""}, {"a": mark_of("1")}).conflicts == {"a": ""}


texts = st.dictionaries(st.sampled_from("abc"), st.text("xyz", max_size=2), max_size=3)


@given(begin=texts, ann=texts, ben=texts)
def test_no_text_is_ever_lost(begin: dict, ann: dict, ben: dict) -> None:
    seen = {field: mark_of(value) for field, value in begin.items()}
    first = merge(begin, ann, seen)
    second = merge(first.answers, ben, seen)
    for field, value in ben.items():
        if mark_of(value) != seen.get(field, ""):  # Ben really wrote this
            assert second.answers.get(field, "") == value or second.conflicts[field] == value
    for field, value in ann.items():
        if mark_of(value) != seen.get(field, ""):
            assert first.answers[field] == value
            written_over = field in second.changed
            assert not written_over or mark_of(ben[field]) != seen.get(field, "")
            assert mark_of(second.answers.get(field)) == mark_of(value)


def test_the_receipt_says_which_of_two_equal_hours_it_was():
    with override("fr"):
        told = hour_words(datetime(2027, 10, 31, 0, 30, 7, tzinfo=UTC))
    assert told == "31 octobre 2027, 02:30:07, heure d’été d’Europe centrale (Europe/Brussels)"
