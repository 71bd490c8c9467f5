"""Answers, or a form without answers, as plain data for a page or a PDF to read."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext

from jumelage.foundation.kernel.money import format_euros
from jumelage.foundation.questionnaires.choices import BUDGET
from jumelage.foundation.questionnaires.queries.wording import (
    ContextWords,
    condition_words,
    limit_words,
    part_words,
    reader,
    value_words,
)
from jumelage.foundation.questionnaires.rules.budget import LISTS, totals_of
from jumelage.foundation.questionnaires.rules.changes import left_behind
from jumelage.foundation.questionnaires.rules.conditions import (
    Answers,
    Context,
    could_hold,
    is_answered,
    unsettled,
    visible_fields,
)
from jumelage.foundation.questionnaires.rules.definition import (
    PARTS,
    Choice,
    Condition,
    Definition,
    Field,
    Kind,
    text_in,
)

Data = dict[str, Any]
_NOTHING: Data = {"paragraphs": [], "tables": []}


def answers_shown(
    definition: Definition, answers: Answers, context: Context, *, section: str = ""
) -> list[Data]:
    """The answers to what is asked, section by section, in the reader's language; of one `section` when named.

    Each item has `label`, `kind`, `answered`, `paragraphs` of text and `tables` (`caption`, `heads`, `rows`, `foot`).
    """
    seen = visible_fields(definition, answers, context)
    shown = []
    for part in definition.sections:
        items = [
            answer_shown(field, answers.get(field.code))
            for field in part.fields
            if field.code in seen and field.asks
        ]
        if items and section in {"", part.code}:
            shown.append(
                {"code": part.code, "title": text_in(part.title, reader()), "items": items}
            )
    return shown


def left_shown(answers: Answers, old: Definition) -> list[Data]:
    """The answers to questions that are gone, with the words of the version `old` that asked them."""
    left = left_behind(answers)
    return [answer_shown(field, left[code]) for code, field in old.by_code.items() if code in left]


def blank_form(
    definition: Definition, context: Context, names: ContextWords | None = None
) -> list[Data]:
    """The form to write on by hand, section by section, in the reader's language.

    What the context excludes (another track) is left out; what depends on an answer says so in words.
    """
    sections = []
    for part in definition.sections:
        items = [
            _blank(field, _told_when(field.when, definition, context, names))
            for field in part.fields
            if could_hold(part.when, context) and could_hold(field.when, context)
        ]
        if items:
            told = _told_when(part.when, definition, context, names)
            title, intro = text_in(part.title, reader()), text_in(part.intro, reader())
            sections.append({"title": title, "intro": intro, "when": told, "items": items})
    return sections


def answer_shown(field: Field, value: Any) -> Data:
    """One answer to `field`, whether it is asked here or not; an item of `answers_shown`."""
    told = {"code": field.code, "kind": str(field.kind), "label": text_in(field.label, reader())}
    if not is_answered(value):
        return {**told, **_NOTHING, "answered": False}
    return {**told, **_NOTHING, "answered": True, **_told(field, value)}


def _told(field: Field, value: Any) -> Data:
    if field.kind is Kind.TABLE:
        heads = [text_in(column.label, reader()) for column in field.columns]
        rows = [[value_words(c, row.get(c.code)) for c in field.columns] for row in value if row]
        return {"tables": [_rows("", heads, rows)]}
    if field.kind is Kind.BUDGET:
        return _budget(field, value)
    return {"paragraphs": _paragraphs(field, value)}


def _paragraphs(field: Field, value: Any) -> list[str]:
    if field.kind is Kind.STATEMENT:
        return [gettext("Accepted")]
    if field.kind is Kind.FILE:
        return [str(file.get("name", "")) for file in value]
    if field.kind in PARTS:
        return [
            gettext("{part}: {value}").format(part=part_words(part), value=_part(part, value[part]))
            for part in PARTS[field.kind]
            if is_answered(value.get(part))
        ]
    return [line for line in value_words(field, value).split("\n") if line.strip()]


def _part(part: str, value: Any) -> str:
    asked = Field(code=part, kind=Kind.COUNTRY if part == "country" else Kind.SHORT_TEXT, label={})
    return value_words(asked, value)


def _budget(field: Field, value: Any) -> Data:
    budget = field.budget
    if budget is None:
        return {}
    totals = totals_of(budget, value)
    sums = {"costs": totals.costs, "income": totals.income, "in_kind": totals.in_kind}
    tables = []
    for name in LISTS:
        rows = [row for row in value.get(name) or [] if row]
        choices = getattr(budget, LISTS[name]) if LISTS[name] else ()
        if rows:
            table = _lines(name, rows, choices)
            tables.append({**table, "foot": [gettext("Total"), _euros(sums[name])]})
    ends = [("own_cents", totals.own), ("ask_cents", totals.ask), ("resources", totals.resources)]
    summary = [[str(BUDGET[name]), _euros(cents)] for name, cents in ends]
    return {"tables": [*tables, _rows(gettext("Resources"), [], summary)]}


def _lines(name: str, rows: Sequence[Mapping[str, Any]], choices: Sequence[Choice]) -> Data:
    words = {choice.code: text_in(choice.label, reader()) for choice in choices}
    heads = ["category", "label", "cents"] if choices else ["label", "cents"]
    cells = [
        [
            _euros(row.get(head))
            if head == "cents"
            else words.get(row.get(head, ""), row.get(head, ""))
            for head in heads
        ]
        for row in rows
    ]
    source = {"category": "source"} if name == "income" else {}
    return _rows(str(BUDGET[name]), [str(BUDGET[source.get(h, h)]) for h in heads], cells)


def _rows(caption: str, heads: list[str], rows: list[list[str]]) -> Data:
    return {"caption": caption, "heads": heads, "rows": rows, "foot": []}


def _euros(value: Any) -> str:
    if isinstance(value, Mapping):
        return str(value.get("raw", ""))
    return "" if value is None else format_euros(value, reader())


def _told_when(
    condition: Condition | None,
    definition: Definition,
    context: Context,
    names: ContextWords | None,
) -> str:
    """The condition in words, without what the context has settled."""
    return condition_words(unsettled(condition, context), definition, names)


def _blank(field: Field, when: str) -> Data:
    language = reader()
    hints = [text_in(field.help, language), limit_words(field)]
    told = {
        "kind": str(field.kind),
        "label": text_in(field.label, language),
        "hint": " ".join(hint for hint in hints if hint),
        "required": field.required,
        "when": when,
        "choices": [text_in(choice.label, language) for choice in field.choices],
        "parts": [part_words(part) for part in PARTS.get(field.kind, ())],
        # A line by hand holds about ninety characters or fourteen words.
        "lines": min(20, (field.limit or 600) // (14 if field.unit == "words" else 90) + 2),
        "tables": [],
    }
    if field.kind is Kind.TABLE:
        heads = [text_in(column.label, language) for column in field.columns]
        blank = [[""] * len(heads)] * max(4, min(8, field.rows_least))
        return {**told, "tables": [_rows("", heads, blank)]}
    return {**told, "tables": _blank_budget(field)} if field.budget else told


def _blank_budget(field: Field) -> list[Data]:
    heads = [str(BUDGET["label"]), str(BUDGET["cents"])]
    tables = []
    for name in ("costs", "income"):
        choices = getattr(field.budget, name)
        rows = [[text_in(one.label, reader()), "", ""] for one in choices]
        head = str(BUDGET["source" if name == "income" else "category"])
        tables.append(_rows(str(BUDGET[name]), [head, *heads], rows))
    if field.budget and field.budget.in_kind:
        tables.append(_rows(str(BUDGET["in_kind"]), heads, [["", ""]] * 3))
    ends = [[str(BUDGET[name]), ""] for name in ("own_cents", "ask_cents", "resources")]
    return [*tables, _rows(str(BUDGET["resources"]), [], ends)]
