"""Forms read, judged as a whole, and changed under drafts."""

from typing import Any

import pytest

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.rules.changes import (
    LEFT_BEHIND,
    carry,
    changes,
    left_behind,
)
from jumelage.foundation.questionnaires.rules.definition import Definition, text_in
from jumelage.foundation.questionnaires.rules.mistakes import (
    circle_in,
    definition_mistakes,
)
from jumelage.foundation.questionnaires.rules.reading import (
    condition_json,
    read_definition,
    written,
)
from tests.foundation.questionnaires.forms import BUDGET, form, forms, read_condition, text, words

LANGUAGES = ["fr", "nl"]


def section(code: str, *fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"code": code, "title": words(code), "fields": list(fields), **more}


def mistakes(
    definition: Definition, articles: set[str] | None = None
) -> list[tuple[tuple[str, ...], str]]:
    return [(m.place, m.code) for m in definition_mistakes(definition, articles, LANGUAGES)]


@pytest.mark.parametrize(
    ("raw", "place", "code"),
    [
        ([], (), "form-value-unfit"),
        ({"parts": []}, ("parts",), "form-key-unknown"),
        ({"sections": [{"code": "a"}]}, ("a", "title"), "form-key-missing"),
        ({"sections": [section("A")]}, ("A", "code"), "form-code-unfit"),
        ({"sections": [section("a", {**text("b"), "kind": "poem"})]}, ("a", "b", "kind"), "form-word-unknown"),
        ({"sections": [section("a", {"kind": "date", "label": {}})]}, ("a", "1", "code"), "form-key-missing"),
        ({"sections": [section("a", text("b", limit="long"))]}, ("a", "b", "limit"), "form-value-unfit"),
        ({"sections": [section("a", text("b", when={"on": "x"}))]}, ("a", "b", "when"), "form-condition-unreadable"),
        ({"sections": [section("a", text("b", when={"join": "xor", "of": []}))]}, ("a", "b", "when"), "form-condition-unreadable"),
        ({"sections": [section("a", when="yes")]}, ("a", "when"), "form-condition-unreadable"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_place(
    raw: Any, place: tuple[str, ...], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        read_definition(raw)
    assert refused.value.code == "form-unreadable"
    found = [(m.place, m.code) for m in refused.value.details["mistakes"]]
    assert (place, code) in found
    assert len(found) == len(set(found))


def test_a_form_is_written_as_it_was_read() -> None:
    raw = {"sections": [section("a", text("b", required=True, when={"on": "c", "op": "eq", "value": 3}), {"code": "m", "kind": "budget", "label": words("m"), "budget": BUDGET})]}  # fmt: skip
    definition = read_definition(raw)
    assert written(definition) == raw
    assert read_definition(written(definition)) == definition
    told = {"join": "any", "of": [{"on": "a", "op": "answered", "value": None}]}
    assert condition_json(read_condition(told)) == told
    assert condition_json(None) is None


def test_texts_fall_back() -> None:
    assert text_in({"fr": "Eau", "nl": ""}, "nl") == "Eau"
    assert text_in(None, "fr") == ""


def test_a_good_form_has_no_mistake() -> None:
    good = forms(
        [
            section("a", text("x"), {"code": "n", "kind": "note", "label": words("n")}),
            section("b", text("y", when={"on": "x", "op": "answered"}), when={"on": "context.track", "op": "eq", "value": "ecm"}),
        ]
    )  # fmt: skip
    assert mistakes(good) == []


def with_choices(**more: Any) -> dict[str, Any]:
    choices = [{"code": "x", "label": words("x")}]
    return {"code": "c", "kind": "choice", "label": words("c"), "choices": choices, **more}


def day(code: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "kind": "date", "label": words(code), **more}


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ([], [((), "form-empty")]),
        ([section("a", text("x")), section("a", text("y"))], [(("a",), "form-code-twice")] * 2),
        ([section("a", text("x"), text("x"))], [(("a", "x"), "form-code-twice")] * 2),
        ([section("a", text("x")), section("b")], [(("b",), "form-section-empty")]),
        ([section("a", text("x", label={"fr": "X", "nl": " "}))], [(("a", "x"), "form-text-missing")]),
        ([section("a", text("x", help={"nl": "Hulp"}))], [(("a", "x"), "form-text-missing")]),
        ([section("a", text("x"), intro={"nl": "Dag"})], [(("a",), "form-text-missing")]),
        ([section("a", with_choices(choices=[]))], [(("a", "c"), "form-choices-empty")]),
        ([section("a", with_choices(choices=[{"code": "x", "label": words("x"), "help": {"fr": "X"}}]))], [(("a", "c", "x"), "form-text-missing")]),
        ([section("a", with_choices(choices=[{"code": "x", "label": words("x")}] * 2))], [(("a", "c", "x"), "form-code-twice")]),
        ([section("a", {"code": "t", "kind": "table", "label": words("t")})], [(("a", "t"), "form-columns-empty")]),
        ([section("a", {"code": "t", "kind": "table", "label": words("t"), "columns": [text("x"), text("x")]})], [(("a", "t", "x"), "form-code-twice")]),
        ([section("a", {"code": "t", "kind": "table", "label": words("t"), "columns": [{"code": "x", "kind": "table", "label": words("x"), "columns": [text("y")]}]})], [(("a", "t", "x"), "form-column-kind")]),
        ([section("a", {"code": "t", "kind": "table", "label": words("t"), "columns": [text("x")], "rows_least": 30})], [(("a", "t"), "form-bounds-reversed")]),
        ([section("a", {"code": "m", "kind": "money", "label": words("m"), "minimum": 5, "maximum": 4})], [(("a", "m"), "form-bounds-reversed")]),
        ([section("a", {"code": "m", "kind": "date", "label": words("m"), "minimum": "2027-01-01", "maximum": "2026-01-01"})], [(("a", "m"), "form-bounds-reversed")]),
        ([section("a", day("m"), day("n", not_before="m"))], []),
        ([section("a", text("x"), day("n", not_before="x"))], [(("a", "n"), "form-day-unknown")]),
        ([section("a", day("n", not_before="n"))], [(("a", "n"), "form-day-unknown")]),
        ([section("a", day("n", not_before="gone"))], [(("a", "n"), "form-day-unknown")]),
        ([section("a", day("m"), {"code": "t", "kind": "table", "label": words("t"), "columns": [day("n", not_before="m")]})], [(("a", "t", "n"), "form-day-unknown")]),
        ([section("a", {"code": "t", "kind": "table", "label": words("t"), "columns": [day("m"), day("n", not_before="m")]})], []),
        ([section("a", text("x", limit=0))], [(("a", "x"), "form-limit-small")]),
        ([section("a", {"code": "m", "kind": "budget", "label": words("m")})], [(("a", "m"), "form-choices-empty")]),
        ([section("a", {"code": "m", "kind": "budget", "label": words("m"), "budget": {**BUDGET, "share_percent": 120}})], [(("a", "m"), "form-percent")]),
        ([section("a", {"code": "m", "kind": "budget", "label": words("m"), "budget": {**BUDGET, "cap_cents": 1, "minimum_cents": 2}})], [(("a", "m"), "form-bounds-reversed")]),
        ([section("a", text("x", when={"on": "gone", "op": "answered"}))], [(("a", "x"), "form-condition-field")]),
        ([section("a", text("x"), text("y", when={"on": "x.name", "op": "answered"}))], [(("a", "y"), "form-condition-field")]),
        ([section("a", {"code": "p", "kind": "place", "label": words("p")}, text("y", when={"on": "p.country", "op": "eq", "value": "GN"}))], []),
        ([section("a", {"code": "p", "kind": "budget", "label": words("p"), "budget": BUDGET}, text("y", when={"on": "p.ask_cents", "op": "gt", "value": 5}))], []),
        ([section("a", text("x"), text("y", when={"on": "x", "op": "eq"}))], [(("a", "y"), "form-condition-value")]),
        ([section("a", with_choices(), text("y", when={"on": "c", "op": "eq", "value": "z"}))], [(("a", "y"), "form-condition-choice")]),
        ([section("a", with_choices(), text("y", when={"on": "c", "op": "eq", "value": "x"}))], []),
        ([section("a", text("x", when={"on": "x", "op": "answered"}))], [(("a", "x"), "form-condition-circle")]),
        ([section("a", text("x")), section("b", text("y"), when={"on": "y", "op": "answered"})], [(("b",), "form-condition-circle")]),
    ],
)  # fmt: skip
def test_each_mistake_has_its_place(
    sections: list[dict[str, Any]], expected: list[tuple[tuple[str, ...], str]]
) -> None:
    assert mistakes(forms(sections)) == expected


def test_the_circle_is_told_whole() -> None:
    circle = form(
        text("a", when={"on": "b", "op": "answered"}),
        text("b", when={"on": "c", "op": "answered"}),
        text("c", when={"on": "a", "op": "answered"}),
        text("d", when={"on": "a", "op": "answered"}),
    )
    assert circle_in(circle) == ("a", "b", "c", "a")
    found = definition_mistakes(circle, None, LANGUAGES)[0]
    assert found.details == {"circle": ("a", "b", "c", "a")}
    assert circle_in(form(text("a"), text("b", when={"on": "a", "op": "answered"}))) == ()


def test_unknown_articles() -> None:
    cited = form(
        text("x", article="3.1"),
        {"code": "t", "kind": "table", "label": words("t"), "columns": [text("y", article="3.2")]},
        {"code": "m", "kind": "budget", "label": words("m"), "budget": BUDGET},
    )
    assert [one[1] for one in mistakes(cited, set())] == ["form-article-unknown"] * 6
    assert mistakes(cited) == []
    assert mistakes(cited, {"3.1", "6.1", "6.2", "6.3", "6.4"}) == [
        (("one", "t", "y"), "form-article-unknown")
    ]


OLD = forms(
    [
        section("a", text("x"), text("y"), text("z"), with_choices()),
        section("b", {"code": "m", "kind": "money", "label": words("m")}, text("gone")),
        section("c", text("w")),
    ]
)
NEW = forms(
    [
        section("b", {"code": "m", "kind": "number", "label": words("m")}, text("y"), intro=words("i")),
        section("a", text("z"), text("x", label=words("other"), required=True), with_choices(choices=[{"code": "q", "label": words("q")}]), when={"on": "m", "op": "answered"}),
        section("d", text("new"), text("w")),
    ]
)  # fmt: skip


def told(old: Definition, new: Definition) -> dict[str, tuple[list[str], bool]]:
    return {
        ("§" if c.is_section else "") + c.code: ([str(one) for one in c.what], c.loses)
        for c in changes(old, new)
    }


def test_changes() -> None:
    assert told(OLD, NEW) == {
        # One move explains that the sections a and b changed places; so with x and z.
        "§b": (["words"], False),
        "§a": (["rules", "moved"], False),
        "§d": (["added"], False),
        "§c": (["removed"], True),
        "m": (["kind"], True),
        "y": (["moved"], False),
        "x": (["words", "rules", "moved"], False),
        "c": (["choices"], False),
        "new": (["added"], False),
        "w": (["moved"], False),
        "gone": (["removed"], True),
    }
    assert told(OLD, OLD) == {}


def test_a_draft_moves_along_and_loses_nothing() -> None:
    answers = {"x": "1", "y": "2", "m": 500, "gone": "mon long texte", "w": "3"}
    moved = carry(answers, changes(OLD, NEW))
    assert moved == {
        "x": "1",
        "y": "2",
        "w": "3",
        LEFT_BEHIND: {"m": 500, "gone": "mon long texte"},
    }
    assert left_behind(moved) == {"m": 500, "gone": "mon long texte"}
    # A question that comes back finds its answer again, and what was given meanwhile is kept.
    back = carry(moved, changes(NEW, OLD))
    assert back["gone"] == "mon long texte"
    assert back[LEFT_BEHIND] == {"m": 500}
    assert carry({"x": "1"}, changes(OLD, NEW)) == {"x": "1"}
    assert left_behind({}) == {}


def test_a_text_stays_when_its_field_grows() -> None:
    short = form(text("x", limit=100))
    long = form({"code": "x", "kind": "long_text", "label": words("x"), "limit": 900})
    assert carry({"x": "un"}, changes(short, long)) == {"x": "un"}
    number = form({"code": "x", "kind": "number", "label": words("x")})
    assert carry({"x": "un"}, changes(short, number)) == {LEFT_BEHIND: {"x": "un"}}


def test_blank_rows_of_a_question_that_goes_are_not_kept() -> None:
    table = form({"code": "x", "kind": "table", "label": words("x"), "columns": [text("c")]})
    for after in (form(text("y")), form(text("x"))):
        moved = changes(table, after)
        assert carry({"x": [{}, {}]}, moved) == {}
        assert carry({"x": [{"c": "un"}]}, moved) == {LEFT_BEHIND: {"x": [{"c": "un"}]}}
