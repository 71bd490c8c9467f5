"""Answers as pages send them: nothing typed is lost, and what is wrong is told with its place."""

from typing import Any

import pytest
from django.http import QueryDict

from jumelage.foundation.questionnaires.queries.wording import problem_words
from jumelage.foundation.questionnaires.rules.checking import (
    Problem,
    completeness,
    field_problems,
    problems,
)
from jumelage.foundation.questionnaires.rules.definition import Field
from jumelage.foundation.questionnaires.rules.posted import (
    LONGEST,
    parse_posted,
    read_section,
    rows_of,
    with_row,
)
from tests.foundation.questionnaires.forms import BUDGET, form, forms, text, words


def one(kind: str, **more: Any) -> Field:
    return form({"code": "a", "kind": kind, "label": words("a"), **more}).by_code["a"]


CHOICES = [{"code": "x", "label": words("x")}, {"code": "y", "label": words("y")}]
TABLE = one(
    "table",
    columns=[text("what", required=True), {"code": "cost", "kind": "money", "label": words("c")}],
    rows_most=3,
)


def post(query: str) -> QueryDict:
    return QueryDict(query)


@pytest.mark.parametrize(
    ("field", "query", "value"),
    [
        (one("short_text"), "f-a=  Eau%00 ", "Eau"),
        (one("short_text"), "f-a=", None),
        (one("long_text"), "f-a=un%0D%0Adeux", "un\ndeux"),
        (one("money"), "f-a=1.234,5", 123450),
        (one("money"), "f-a=beaucoup", {"raw": "beaucoup"}),
        (one("money"), "f-a=0", 0),
        (one("number", decimals=1), "f-a=2,5", "2.5"),
        (one("number"), "f-a=2,5", {"raw": "2,5"}),
        (one("date"), "f-a=1/2/2027", "2027-02-01"),
        (one("date"), "f-a=demain", {"raw": "demain"}),
        (one("choice", choices=CHOICES), "f-a=x", "x"),
        (one("choices", choices=CHOICES), "f-a-asked=1&f-a=x&f-a=y&f-a=", ["x", "y"]),
        (one("choices", choices=CHOICES), "f-a-asked=1", None),
        (one("country"), "f-a=GN", "GN"),
        (one("place"), "f-a-name=Lab%C3%A9&f-a-country=GN", {"name": "Labé", "country": "GN"}),
        (one("person"), "f-a-name=&f-a-email=ici", {"email": {"raw": "ici"}}),
        (one("person"), "f-a-name=A&f-a-email=a@b.be", {"name": "A", "email": "a@b.be"}),
        (one("organisation"), "f-a-name=A&f-a-number=0403.019.261", {"name": "A", "number": "0403019261"}),
        (one("organisation"), "f-a-name=A&f-a-number=123", {"name": "A", "number": {"raw": "123"}}),
        (one("organisation"), "f-a-country=GN&f-a-number=RC 12", {"country": "GN", "number": "RC 12"}),
        (one("statement"), "f-a-asked=1&f-a=1", True),
        (one("statement"), "f-a-asked=1", None),
        (TABLE, "f-a-0-what=Puits&f-a-0-cost=5&f-a-1-what=&f-a-1-cost=&f-a-7-cost=x", [{"what": "Puits", "cost": 500}, {"cost": {"raw": "x"}}]),
        (TABLE, "f-a-asked=1&f-a-0-what=", None),
        (
            one("budget", budget=BUDGET),
            "f-a-costs-0-category=travel&f-a-costs-0-label=Bus&f-a-costs-0-cents=12&f-a-in_kind-3-cents=?&f-a-own_cents=1&f-a-ask_cents=",
            {
                "costs": [{"category": "travel", "label": "Bus", "cents": 1200}],
                "in_kind": [{"cents": {"raw": "?"}}],
                "own_cents": 100,
            },
        ),
        (one("budget", budget=BUDGET), "f-a-costs-0-category=travel", {"costs": [{"category": "travel"}]}),
        (one("budget", budget=BUDGET), "f-a-asked=1&f-a-ask_cents=", None),
    ],
)  # fmt: skip
def test_reading(field: Field, query: str, value: Any) -> None:
    assert parse_posted(field, post(query))[0] == value


def test_a_plain_mapping_is_read_too() -> None:
    assert parse_posted(one("choices", choices=CHOICES), {"f-a": "x"})[0] == ["x"]
    assert parse_posted(one("choices", choices=CHOICES), {"f-a": ["x", "y"]})[0] == ["x", "y"]


def test_what_was_taken_out_is_told_and_endless_text_is_cut() -> None:
    section = form(text("a"), text("b")).sections[0]
    reading = read_section(section, {"f-a": "x\u200b\x07", "f-b": "y" * (LONGEST + 5)})
    assert reading.removed == {"a": 2}
    assert len(reading.answers["b"]) == LONGEST


def test_what_was_not_sent_stays_and_what_was_emptied_goes() -> None:
    section = form(
        text("a"), text("b"), {"code": "f", "kind": "file", "label": words("f")}
    ).sections[0]
    reading = read_section(section, post("f-a=&f-f=x"))
    assert reading.answers == {"a": None}
    assert reading.joined({"a": "avant", "b": "reste", "f": [1]}) == {"b": "reste", "f": [1]}


def test_rows_are_added_and_taken_away_without_scripts() -> None:
    section = form(
        *[
            {
                "code": "t",
                "kind": "table",
                "label": words("t"),
                "columns": [text("what")],
                "rows_most": 3,
            }
        ]
    ).sections[0]
    rows = "f-t-0-what=un&f-t-1-what=deux"
    added = read_section(section, post(f"{rows}&rows=add:t"))
    assert added.answers["t"] == [{"what": "un"}, {"what": "deux"}, {}]
    assert added.anchor == "f-t-2"
    gone = read_section(section, post(f"{rows}&rows=remove:t:0"))
    assert gone.answers["t"] == [{"what": "deux"}]
    assert gone.anchor == "f-t-0"
    full = read_section(section, post(f"{rows}&f-t-2-what=trois&rows=add:t"))
    assert len(full.answers["t"]) == 3
    first = read_section(section, post("f-t-asked=1&f-t-0-what=&rows=add:t"))
    assert first.answers["t"] == [{}, {}]
    other = read_section(section, post(f"{rows}&rows=add:elsewhere"))
    assert other.anchor == ""
    assert read_section(section, post(f"{rows}&rows=jump:t")).anchor == ""


def test_lines_of_a_budget_are_added_and_taken_away() -> None:
    field = {"code": "b", "kind": "budget", "label": words("b"), "budget": BUDGET}
    section = form(field).sections[0]
    lines = "f-b-costs-0-cents=1&f-b-costs-1-cents=2&f-b-income-0-cents=3"
    added = read_section(section, post(f"{lines}&rows=add:b:costs"))
    assert added.answers["b"]["costs"] == [{"cents": 100}, {"cents": 200}, {}]
    assert added.anchor == "f-b-costs-2"
    gone = read_section(section, post(f"{lines}&rows=remove:b:costs:1"))
    assert gone.answers["b"] == {"costs": [{"cents": 100}], "income": [{"cents": 300}]}
    assert rows_of(None) == []
    assert with_row(section.fields[0], None, "in_kind") == {"in_kind": [{}, {}]}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (one("short_text", required=True, article="3"), None, [("answer-missing", "f-a", "3")]),
        (one("short_text"), None, []),
        (one("statement", required=True), None, [("answer-statement", "f-a", "")]),
        (one("file", required=True), [], [("answer-file-missing", "f-a", "")]),
        (one("file"), [1, 2], [("answer-files-many", "f-a", "")]),
        (one("file"), [1], []),
        (one("table", rows_least=2, columns=[text("w")]), None, [("answer-rows-few", "f-a", "")]),
        (one("heading"), None, []),
        (one("short_text", limit=3), "quatre", [("answer-long-characters", "f-a", "")]),
        (one("short_text", limit=6), "quatre", []),
        (one("long_text", limit=2, unit="words"), "un deux trois", [("answer-long-words", "f-a", "")]),
        (one("money", minimum=500), 499, [("answer-money-below", "f-a", "")]),
        (one("money", maximum=500), 501, [("answer-money-above", "f-a", "")]),
        (one("money", minimum=500, maximum=500), 500, []),
        (one("number", minimum=1), 0, [("answer-number-below", "f-a", "")]),
        (one("number", maximum="2.5", decimals=1), "2.6", [("answer-number-above", "f-a", "")]),
        (one("date", minimum="2027-01-01"), "2026-12-31", [("answer-date-below", "f-a", "")]),
        (one("date", maximum="2027-01-01"), "2027-01-02", [("answer-date-above", "f-a", "")]),
        (one("date", maximum="2027-01-01"), "2027-01-01", []),
        (one("money"), {"raw": "x"}, [("answer-money-unreadable", "f-a", "")]),
        (one("number"), {"raw": "x"}, [("answer-number-unreadable", "f-a", "")]),
        (one("date"), {"raw": "x"}, [("answer-date-unreadable", "f-a", "")]),
        # The form was loosened since: the text can be read, once it is saved again.
        (one("number", decimals=1), {"raw": "2,5"}, [("answer-unsaved", "f-a", "")]),
        (one("choice", choices=CHOICES), "x", []),
        (one("choice", choices=CHOICES), "gone", [("answer-choice-gone", "f-a", "")]),
        (one("choices", choices=CHOICES), ["x", "gone"], [("answer-choice-gone", "f-a", "")]),
        (one("country"), "GN", []),
        (one("person", required=True), {"email": "a@b.be"}, [("answer-part-missing", "f-a-name", "")]),
        (one("person"), {"name": "A", "email": {"raw": "ici"}}, [("answer-email-unreadable", "f-a-email", "")]),
        (one("person"), {"email": {"raw": "ici"}}, [("answer-email-unreadable", "f-a-email", "")]),
        (one("organisation"), {"name": "A", "number": {"raw": "1"}}, [("enterprise-number-length", "f-a-number", "")]),
        (one("organisation"), {"name": "A", "number": {"raw": "0403019261"}}, []),
        (TABLE, [{"what": "x"}] * 4, [("answer-rows-many", "f-a", "")]),
        (TABLE, [{"cost": {"raw": "x"}}, {}], [("answer-missing", "f-a-0-what", ""), ("answer-money-unreadable", "f-a-0-cost", "")]),
        (one("table", rows_least=2, columns=[text("w")]), [{"w": "x"}, {}], [("answer-rows-few", "f-a", "")]),
        (one("budget", budget=BUDGET), {"costs": [{"category": "travel", "cents": 5}], "ask_cents": 4}, [("answer-budget-short", "f-a-balance", "6.1")]),
        (one("budget"), {"ask_cents": 4}, []),
    ],
)  # fmt: skip
def test_problems_of_one_answer(
    field: Field, value: Any, expected: list[tuple[str, str, str]]
) -> None:
    found = field_problems(field, value, {})
    assert [(p.code, p.anchor, p.article) for p in found] == expected


def test_the_cap_of_the_track_is_applied() -> None:
    field = one("budget", budget=BUDGET)
    value = {"costs": [{"category": "travel", "cents": 900}], "ask_cents": 900}
    codes = [p.code for p in field_problems(field, value, {"cap_cents": 800})]
    assert codes == ["answer-budget-cap"]


ASKED = forms(
    [
        {"code": "one", "title": words("one"), "fields": [text("a", required=True), text("b", required=True, when={"on": "a", "op": "eq", "value": "yes"})]},
        {"code": "two", "title": words("two"), "fields": [text("c", limit=3), text("d", required=True)]},
    ]
)  # fmt: skip


def test_only_what_is_asked_is_looked_at() -> None:
    assert [p.field for p in problems(ASKED, {}, {})] == ["a", "d"]
    assert [p.field for p in problems(ASKED, {"a": "yes"}, {})] == ["b", "d"]
    assert [p.field for p in problems(ASKED, {"a": "yes"}, {}, section="two")] == ["d"]


def test_completeness() -> None:
    begun = completeness(ASKED, {"a": "no", "c": "long"}, {})
    assert (begun.asked, begun.done) == (3, 1)
    assert [(p.field, p.is_missing) for p in begun.problems] == [("c", False), ("d", True)]
    whole = completeness(ASKED, {"a": "no", "d": "x"}, {})
    assert (whole.asked, whole.done, whole.problems) == (2, 2, ())


def day(code: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "kind": "date", "label": words(code), **more}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"start": "2027-03-01", "end": "2027-02-28"}, True),
        ({"start": "2027-03-01", "end": "2027-03-01"}, False),
        ({"start": "2027-03-01", "end": "2027-03-02"}, False),
        ({"start": "2027-03-01"}, False),
        ({"start": "2027-03-01", "end": ""}, False),
        ({"end": "2027-03-01"}, False),
        ({"start": {"raw": "soon"}, "end": "2027-03-01"}, False),
        # A start that is not asked bounds nothing, whatever was written there before.
        ({"start": "2027-03-01", "end": "2027-02-28", "open": "yes"}, False),
    ],
)
def test_a_day_does_not_come_before_another_one(answers: dict[str, Any], told: bool) -> None:
    start = day("start", when={"on": "open", "op": "ne", "value": "yes"})
    asked = form(start, day("end", not_before="start", article="3"), text("open"))
    params = {"value": "2027-02-28", "limit": "2027-03-01", "first": words("start")}
    expected = [Problem("end", "answer-date-reversed", params, "3")]
    found = [one for one in problems(asked, answers, {}) if one.code == "answer-date-reversed"]
    assert found == (expected if told else [])


def test_a_day_of_a_row_does_not_come_before_another_one_of_it() -> None:
    columns = [day("start"), day("end", not_before="start")]
    table = one("table", columns=columns, article="4")
    rows = [{"start": "2027-01-02", "end": "2027-01-01"}, {"start": "2027-01-01"}]
    (found,) = field_problems(table, [*rows, {"end": "2026-01-01"}], {})
    assert (found.code, found.part, found.article) == ("answer-date-reversed", (0, "end"), "4")
    assert problem_words(found) == (
        "1er janvier 2027 précède « start fr », fixé au 2 janvier 2027. Corrigez l’un des deux jours. (article 4)"
    )
