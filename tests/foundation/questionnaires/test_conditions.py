"""When a question is asked."""

from typing import Any

import pytest

from jumelage.foundation.questionnaires.rules.conditions import (
    could_hold,
    fields_in,
    holds,
    is_answered,
    unsettled,
    visible_fields,
    visible_sections,
)
from tests.foundation.questionnaires.forms import form, forms, read_condition, text, words

YES = {"on": "a", "op": "eq", "value": "yes"}


def compare(on: str, op: str, value: Any = None) -> dict[str, Any]:
    return {"on": on, "op": op, "value": value}


@pytest.mark.parametrize(
    ("condition", "answers", "holding"),
    [
        (compare("a", "eq", "yes"), {"a": "yes"}, True),
        (compare("a", "eq", "yes"), {"a": "no"}, False),
        (compare("a", "eq", "yes"), {}, False),
        (compare("a", "ne", "yes"), {}, True),
        (compare("a", "ne", "yes"), {"a": "yes"}, False),
        (compare("a", "eq", 3), {"a": 3}, True),
        (compare("a", "eq", "true"), {"a": True}, True),
        (compare("a", "eq", "x"), {"a": ["x"]}, False),
        (compare("a", "eq", "Labé"), {"a": "LABÉ"}, True),
        (compare("a", "lt", 10), {"a": 9}, True),
        (compare("a", "lt", 10), {"a": "9.5"}, True),
        (compare("a", "lt", 10), {"a": 10}, False),
        (compare("a", "le", 10), {"a": 10}, True),
        (compare("a", "gt", 10), {"a": 11}, True),
        (compare("a", "gt", 10), {}, False),
        (compare("a", "gt", 10), {"a": {"raw": "onze"}}, False),
        (compare("a", "gt", 10), {"a": "nan"}, False),
        (compare("a", "ge", 10), {"a": 9}, False),
        (compare("a", "ge", "2026-02-01"), {"a": "2026-03-01"}, True),
        (compare("a", "lt", "2026-02-01"), {"a": "2026-03-01"}, False),
        (compare("a", "lt", "2026-02-01"), {"a": "bientôt"}, False),
        (compare("a", "contains", "x"), {"a": ["w", "x"]}, True),
        (compare("a", "contains", "x"), {"a": ["w"]}, False),
        (compare("a", "contains", "EAU"), {"a": "De l’eau"}, True),
        (compare("a", "contains", "x"), {}, False),
        (compare("a", "answered"), {"a": 0}, True),
        (compare("a", "answered"), {"a": ""}, False),
        (compare("a.country", "eq", "GN"), {"a": {"name": "Labé", "country": "GN"}}, True),
        (compare("a.country", "eq", "GN"), {"a": "Labé"}, False),
        (compare("context.track", "eq", "ecm"), {}, True),
        (compare("context.other", "eq", "ecm"), {}, False),
        (
            {"join": "all", "of": [compare("a", "eq", 1), compare("b", "eq", 2)]},
            {"a": 1, "b": 2},
            True,
        ),
        ({"join": "all", "of": [compare("a", "eq", 1), compare("b", "eq", 2)]}, {"a": 1}, False),
        ({"join": "any", "of": [compare("a", "eq", 1), compare("b", "eq", 2)]}, {"b": 2}, True),
        ({"join": "any", "of": [compare("a", "eq", 1), compare("b", "eq", 2)]}, {}, False),
        ({"join": "none", "of": [compare("a", "eq", 1), compare("b", "eq", 2)]}, {}, True),
        ({"join": "none", "of": [compare("a", "eq", 1), compare("b", "eq", 2)]}, {"a": 1}, False),
    ],
)
def test_comparison(condition: Any, answers: dict[str, Any], holding: bool) -> None:
    assert holds(read_condition(condition), answers, {"track": "ecm"}) is holding


def test_no_condition_always_holds() -> None:
    assert holds(None, {}, {})
    assert could_hold(None, {})


def test_hidden_answers_hide_what_hangs_on_them() -> None:
    asked = form(
        text("a"),
        text("b", when=YES),
        text("c", when={"on": "b", "op": "answered"}),
    )
    answers = {"a": "yes", "b": "x", "c": "y"}
    assert visible_fields(asked, answers, {}) == {"a", "b", "c"}
    # The answer to b is still kept, but b is no longer asked: c goes with it.
    assert visible_fields(asked, {**answers, "a": "no"}, {}) == {"a"}


def test_a_section_hides_its_fields() -> None:
    asked = forms(
        [
            {"code": "one", "title": words("one"), "fields": [text("a")]},
            {"code": "two", "title": words("two"), "fields": [text("b")], "when": YES},
        ]
    )
    assert [s.code for s in visible_sections(asked, {}, {})] == ["one"]
    assert [s.code for s in visible_sections(asked, {"a": "yes"}, {})] == ["one", "two"]


def test_an_unknown_field_and_a_circle_hide_nothing_by_accident() -> None:
    circle = form(text("a", when={"on": "b", "op": "ne", "value": "x"}), text("b", when=YES))
    assert "a" in visible_fields(circle, {}, {})
    lost = form(text("a", when={"on": "gone", "op": "answered"}))
    assert visible_fields(lost, {"gone": "x"}, {}) == frozenset()


@pytest.mark.parametrize(
    ("value", "answered"),
    [
        (None, False), ("", False), (False, False), ([], False), ([{}], False), ({}, False),
        (0, True), (True, True), ("x", True), ([{"a": "x"}], True), ({"raw": "x"}, True), ({"email": "a@b.be"}, True),
    ],
)  # fmt: skip
def test_what_counts_as_an_answer(value: Any, answered: bool) -> None:
    assert is_answered(value) is answered


def test_fields_in_names_each_once_and_leaves_context_out() -> None:
    condition = read_condition(
        {
            "join": "any",
            "of": [
                compare("a.country", "answered"),
                compare("a", "eq", "x"),
                compare("context.track", "eq", 1),
            ],
        }
    )
    assert fields_in(condition) == ["a"]
    assert fields_in(None) == []


@pytest.mark.parametrize(
    ("condition", "context", "possible"),
    [
        (compare("context.track", "eq", "ecm"), {"track": "ecm"}, True),
        (compare("context.track", "eq", "ecm"), {"track": "other"}, False),
        (compare("context.track", "eq", "ecm"), {}, True),
        (compare("a", "eq", "x"), {"track": "ecm"}, True),
        (
            {"join": "all", "of": [YES, compare("context.track", "eq", "ecm")]},
            {"track": "x"},
            False,
        ),
        ({"join": "any", "of": [YES, compare("context.track", "eq", "ecm")]}, {"track": "x"}, True),
        ({"join": "none", "of": [compare("context.track", "eq", "ecm")]}, {"track": "ecm"}, False),
        ({"join": "none", "of": [YES]}, {}, True),
    ],
)
def test_what_a_track_excludes(condition: Any, context: dict[str, Any], possible: bool) -> None:
    assert could_hold(read_condition(condition), context) is possible


def track(value: str) -> Any:
    return compare("context.track", "eq", value)


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        (YES, YES),
        (track("coop"), None),
        ({"join": "any", "of": [track("coop"), YES]}, None),
        ({"join": "any", "of": [track("ecm"), YES]}, YES),
        ({"join": "all", "of": [track("coop"), YES]}, YES),
        ({"join": "all", "of": [YES, YES]}, {"join": "all", "of": [YES, YES]}),
        ({"join": "none", "of": [track("ecm"), YES]}, {"join": "none", "of": [YES]}),
        (
            {"join": "all", "of": [{"join": "any", "of": [track("ecm"), YES]}, track("coop")]},
            YES,
        ),
    ],
)
def test_what_the_track_settles_is_no_condition_any_more(condition: Any, left: Any) -> None:
    found = unsettled(read_condition(condition), {"track": "coop"})
    assert found == (read_condition(left) if left else None)
    assert unsettled(None, {}) is None
