"""What keeps answers from being handed in, and what is still missing.

Source: Jumelage, issue 4, items 2 and 5: a draft always saves; messages name the field, say how to repair it and cite
the article they apply. Only fields that are asked are looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from decimal import Decimal
from typing import Any

from jumelage.foundation.kernel.enterprise_number import parse_enterprise_number
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.rules import values
from jumelage.foundation.questionnaires.rules.budget import findings, limits_of
from jumelage.foundation.questionnaires.rules.conditions import (
    Answers,
    Context,
    is_answered,
    visible_fields,
)
from jumelage.foundation.questionnaires.rules.definition import (
    PARTS,
    TEXTUAL,
    Definition,
    Field,
    Kind,
)
from jumelage.foundation.questionnaires.rules.posted import input_name
from jumelage.foundation.questionnaires.rules.texts import count

# Codes of what is not there yet, as against what is there and wrong.
MISSING = frozenset(
    {
        *("answer-missing", "answer-rows-few", "answer-statement", "answer-file-missing"),
        *("answer-part-missing", "answer-budget-costs", "answer-budget-ask"),
    }
)


@dataclass(frozen=True)
class Problem:
    """What is wrong with the answer to `field`: code and details of its sentence, article, where inside the answer."""

    field: str
    code: str
    params: Mapping[str, Any] = dataclass_field(default_factory=dict)
    article: str = ""
    part: tuple[str | int, ...] = ()

    @property
    def anchor(self) -> str:
        """Identity on the page of the input to repair: "f-activities-2-start"."""
        return input_name(self.field, *self.part)

    @property
    def is_missing(self) -> bool:
        """Whether something is still to be answered, rather than to be corrected."""
        return self.code in MISSING


@dataclass(frozen=True)
class Completeness:
    """How far a file is: fields asked that must be answered, those that are in order, and what is left to do."""

    asked: int
    done: int
    problems: tuple[Problem, ...]


def problems(
    definition: Definition, answers: Answers, context: Context, *, section: str = ""
) -> list[Problem]:
    """All that keeps `answers` from being handed in, in the order of the form; of one `section` only when named."""
    seen = visible_fields(definition, answers, context)
    asked = {code: definition.by_code[code] for code in seen}
    return [
        problem
        for part in definition.sections
        if section in {"", part.code}
        for field in part.fields
        if field.code in seen
        for problem in (
            *field_problems(field, answers.get(field.code), context),
            *(Problem(field.code, *told, field.article) for told in _early(field, asked, answers)),
        )
    ]


def completeness(definition: Definition, answers: Answers, context: Context) -> Completeness:
    """How far the answers are, with a link (`anchor`) to each thing that is left."""
    seen = visible_fields(definition, answers, context)
    found = problems(definition, answers, context)
    wrong = {problem.field for problem in found}
    asked = [
        field.code
        for field in definition.fields
        if field.code in seen and (field.required or field.code in wrong)
    ]
    done = sum(code not in wrong for code in asked)
    return Completeness(len(asked), done, tuple(found))


def field_problems(field: Field, value: Any, context: Context) -> list[Problem]:
    """What is wrong with one answer."""
    if not field.asks:
        return []
    if not is_answered(value):
        return _unanswered(field)
    return list(_INSIDE.get(field.kind, _single)(field, value, context))


def _unanswered(field: Field) -> list[Problem]:
    if not field.required and not field.rows_least:
        return []
    if field.kind is Kind.TABLE:
        params = {"least": max(1, field.rows_least), "count": 0}
        return [Problem(field.code, "answer-rows-few", params, field.article)]
    codes = {Kind.STATEMENT: "answer-statement", Kind.FILE: "answer-file-missing"}
    return [Problem(field.code, codes.get(field.kind, "answer-missing"), {}, field.article)]


def _single(field: Field, value: Any, _context: Context) -> Iterator[Problem]:
    for code, params in cell_findings(field, value):
        yield Problem(field.code, code, params, field.article)


def cell_findings(field: Field, value: Any) -> list[tuple[str, dict[str, Any]]]:
    """What is wrong with one single value: codes and details."""
    if isinstance(value, Mapping):
        return [_reread(field, str(value.get("raw", "")))]
    return _CELLS[field.kind](field, value) if field.kind in _CELLS else []


def _reread(field: Field, text: str) -> tuple[str, dict[str, Any]]:
    """Why a text that was kept as it was written could not be read."""
    try:
        if field.kind is Kind.MONEY:
            values.parse_money(text)
        elif field.kind is Kind.NUMBER:
            values.parse_number(text, field.decimals)
        else:
            values.parse_day(text)
    except Refused as refusal:
        return refusal.code, refusal.details
    # Readable under the form as it is now: to be kept once more.
    return "answer-unsaved", {"text": text}


def _too_long(field: Field, value: Any) -> list[tuple[str, dict[str, Any]]]:
    if field.limit is None:
        return []
    length = count(str(value), field.unit)
    over = length - field.limit
    code = _LONG[field.unit]
    return [(code, {"count": length, "limit": field.limit, "over": over})] if over > 0 else []


def _outside(field: Field, value: Any) -> list[tuple[str, dict[str, Any]]]:
    kind, is_day = field.kind, field.kind is Kind.DATE
    order: Any = str if is_day else lambda one: Decimal(str(one))
    least, most, given = field.minimum, field.maximum, order(value)
    if least is not None and given < order(least):
        return [(_BELOW[kind], {"limit": least, "value": value})]
    if most is not None and given > order(most):
        return [(_ABOVE[kind], {"limit": most, "value": value})]
    return []


def _early(
    field: Field, asked: Mapping[str, Field], answers: Answers
) -> list[tuple[str, dict[str, Any]]]:
    """A day before the one that it may not come before; where one of the two cannot be read, that alone is told."""
    first, day = answers.get(field.not_before), answers.get(field.code)
    if field.not_before not in asked or not isinstance(first, str) or not isinstance(day, str):
        return []
    params = {"value": day, "limit": first, "first": asked[field.not_before].label}
    return [("answer-date-reversed", params)] if "" < day < first else []


def _gone(field: Field, value: Any) -> list[tuple[str, dict[str, Any]]]:
    """Choices that the form no longer offers."""
    known = {choice.code for choice in field.choices}
    given = value if isinstance(value, list) else [value]
    gone = ", ".join(str(one) for one in given if one not in known)
    return [("answer-choice-gone", {"text": gone})] if gone else []


def _parts(field: Field, value: Any, _context: Context) -> Iterator[Problem]:
    first = PARTS[field.kind][0]
    if field.required and not is_answered(value.get(first)):
        yield Problem(field.code, "answer-part-missing", {"part": first}, field.article, (first,))
    for part, told in value.items():
        if isinstance(told, Mapping):
            text = str(told.get("raw", ""))
            try:
                values.parse_email(text) if part == "email" else parse_enterprise_number(text)
            except Refused as refusal:
                yield Problem(field.code, refusal.code, refusal.details, field.article, (part,))


def _table(field: Field, value: Any, _context: Context) -> Iterator[Problem]:
    rows: Sequence[Mapping[str, Any]] = [row for row in value if is_answered(row)]
    params = {"least": field.rows_least, "most": field.rows_most, "count": len(rows)}
    if len(rows) < field.rows_least:
        yield Problem(field.code, "answer-rows-few", params, field.article)
    if len(rows) > field.rows_most:
        yield Problem(field.code, "answer-rows-many", params, field.article)
    for number, row in enumerate(value):
        if is_answered(row):
            yield from _row(field, number, row)


def _row(field: Field, number: int, row: Mapping[str, Any]) -> Iterator[Problem]:
    columns = {one.code: one for one in field.columns}
    for column in field.columns:
        cell, at = row.get(column.code), (number, column.code)
        article = column.article or field.article
        if is_answered(cell):
            for code, params in (*cell_findings(column, cell), *_early(column, columns, row)):
                yield Problem(field.code, code, params, article, at)
        elif column.required:
            yield Problem(field.code, "answer-missing", {}, article, at)


def _files(field: Field, value: Any, _context: Context) -> Iterator[Problem]:
    if len(value) > field.files_most:
        params = {"most": field.files_most, "count": len(value)}
        yield Problem(field.code, "answer-files-many", params, field.article)


def _budget(field: Field, value: Any, context: Context) -> Iterator[Problem]:
    if field.budget is None:
        return
    for found in findings(field.budget, value, limits_of(field.budget, context)):
        at = tuple(one for one in (found.part, found.row, found.cell) if one not in {None, ""})
        article = found.article or field.article
        yield Problem(field.code, found.code, dict(found.details), article, at)


_LONG = {"characters": "answer-long-characters", "words": "answer-long-words"}
_BELOW = {
    Kind.NUMBER: "answer-number-below",
    Kind.MONEY: "answer-money-below",
    Kind.DATE: "answer-date-below",
}
_ABOVE = {
    Kind.NUMBER: "answer-number-above",
    Kind.MONEY: "answer-money-above",
    Kind.DATE: "answer-date-above",
}
_CELLS = {
    **dict.fromkeys(TEXTUAL, _too_long),
    **dict.fromkeys((Kind.NUMBER, Kind.MONEY, Kind.DATE), _outside),
    **dict.fromkeys((Kind.CHOICE, Kind.CHOICES), _gone),
}
_INSIDE = {
    **dict.fromkeys(PARTS, _parts),
    Kind.TABLE: _table,
    Kind.FILE: _files,
    Kind.BUDGET: _budget,
}
