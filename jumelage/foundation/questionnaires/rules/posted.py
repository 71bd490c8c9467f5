"""Answers as a page sends them: read, made clean, and never lost.

Source: Jumelage, issue 4, item 2 and its bad inputs. What cannot be read is kept as `{"raw": "the text"}` in the place
of the value: the page shows it again with the message, and `problems` tells it until it is repaired. An answer is
plain JSON:

short and long text "…" · number 12 or "12.5" · money 123456 (euro cents) · date "2026-02-01" · choice "code" · several
["code", …] · country "BE" · place, organisation, person {part: "…"} · file [{"id", "name", "size_bytes"}, …] as the
room that keeps it says · table [{column: value}, …] · budget {"costs": [{"category", "label", "cents"}], "income": […],
"in_kind": [{"label", "cents"}], "own_cents", "ask_cents"} · statement true. What is not answered is left out.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from jumelage.foundation.kernel.enterprise_number import parse_enterprise_number
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.rules import values
from jumelage.foundation.questionnaires.rules.budget import AMOUNTS, LISTS
from jumelage.foundation.questionnaires.rules.conditions import is_answered
from jumelage.foundation.questionnaires.rules.definition import PARTS, Field, Kind, Section
from jumelage.foundation.questionnaires.rules.texts import clean

# Longer texts are no answer to any question; the rest stays with the sender.
LONGEST = 100_000
Posted = Mapping[str, Any]


@dataclass
class Reading:
    """What a page sent: answers by code (None: emptied), and how many invisible characters each text lost."""

    answers: dict[str, Any] = dataclass_field(default_factory=dict)
    removed: dict[str, int] = dataclass_field(default_factory=dict)
    # Where to go on after a button that adds or takes away a row; "" for another button.
    anchor: str = ""

    def joined(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """The answers `before` with what the page sent."""
        joined = {**before, **self.answers}
        return {code: value for code, value in joined.items() if value is not None}


def read_section(section: Section, data: Posted) -> Reading:
    """What `data` (a QueryDict, or a plain mapping) sent for the fields of a section.

    A field of which nothing was sent is left out, so that its answer stays.
    """
    reading = Reading()
    for field in section.fields:
        if field.asks and field.kind is not Kind.FILE and was_sent(field, data):
            value, removed = parse_posted(field, data)
            reading.answers[field.code] = value
            if removed:
                reading.removed[field.code] = removed
    act, code, part = _row_act(data)
    table = next((one for one in section.fields if one.code == code), None)
    if table:
        if act == "add":
            reading.answers[code] = with_row(table, reading.answers.get(code), part)
        number = max(0, len(rows_of(reading.answers.get(code), part)) - 1)
        reading.anchor = "-".join([input_name(code), *([part] if part else []), str(number)])
    return reading


def rows_of(value: Any, part: str = "") -> list[Any]:
    """The rows of a table, or of the list `part` of a budget."""
    inner = value.get(part) if part and isinstance(value, Mapping) else value
    return list(inner) if isinstance(inner, list) else []


def with_row(field: Field, value: Any, part: str = "") -> Any:
    """The answer with one more blank row, up to the most that the field allows."""
    # A page shows one blank row where there is none: one more is then two.
    rows = rows_of(value, part) or [{}]
    more = [*rows, {}][: max(field.rows_most, len(rows))]
    return {**(value or {}), part: more} if part else more


def was_sent(field: Field, data: Posted) -> bool:
    """Whether the page held this field: its inputs, or the mark that a page puts beside boxes and tables."""
    name = input_name(field.code)
    return any(key == name or key.startswith(f"{name}-") for key in data)


def input_name(*parts: str | int) -> str:
    """The name of an input, which is its anchor too: "f-activities-2-start"."""
    return "-".join(["f", *map(str, parts)])


def parse_posted(field: Field, data: Posted) -> tuple[Any, int]:
    """The answer to `field` in `data`, None when it is empty, and how many invisible characters it lost."""
    reader = _Reader(data)
    value = reader.field(field)
    return (value if is_answered(value) else None), reader.removed


def _row_act(data: Posted) -> tuple[str, str, str]:
    """What a button of a table asks: "add:activities", "remove:budget:costs:2"; act, code and part."""
    act, _apart, rest = str(data.get("rows") or "").partition(":")
    code, *inner = rest.split(":")
    part = inner[0] if inner and inner[0] in LISTS else ""
    return (act, code, part) if act in {"add", "remove"} else ("", "", "")


class _Reader:
    """Reads inputs by name, counting what is taken out of them."""

    def __init__(self, data: Posted) -> None:
        self.data, self.removed = data, 0
        act, _apart, row = str(data.get("rows") or "").partition(":")
        self.gone = f"{input_name(*row.split(':'))}-" if act == "remove" else None

    def field(self, field: Field) -> Any:
        kind = field.kind
        if kind is Kind.TABLE:
            return [self.row(field, number) for number in self.rows(field.code)]
        if kind is Kind.BUDGET:
            return self.budget(field)
        if kind is Kind.CHOICES:
            return [text for text in self.many(input_name(field.code)) if text]
        if kind in PARTS:
            return self.parts(field)
        return self.single(field, input_name(field.code))

    def single(self, field: Field, name: str) -> Any:
        text = self.text(name, lines=field.kind is Kind.LONG_TEXT)
        if field.kind is Kind.STATEMENT:
            return True if text else None
        return _read(lambda: _READERS.get(field.kind, _same)(text, field), text) if text else None

    def parts(self, field: Field) -> dict[str, Any]:
        given = {part: self.text(input_name(field.code, part)) for part in PARTS[field.kind]}
        # Only Belgian numbers are checked here; other countries have their own.
        own = given.get("country", "") in {"", "BE"}
        return {part: _part(part, text, own=own) for part, text in given.items() if text}

    def row(self, field: Field, number: int) -> dict[str, Any]:
        cells = {
            c.code: self.single(c, input_name(field.code, number, c.code)) for c in field.columns
        }
        return {code: value for code, value in cells.items() if value is not None}

    def budget(self, field: Field) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for part in LISTS:
            rows = [self.line(field, part, number) for number in self.rows(field.code, part)]
            found[part] = rows
        for name in AMOUNTS:
            if (cents := self.money(input_name(field.code, name))) is not None:
                found[name] = cents
        return {name: value for name, value in found.items() if value not in ([], None)}

    def line(self, field: Field, part: str, number: int) -> dict[str, Any]:
        at = (field.code, part, number)
        found = {name: self.text(input_name(*at, name)) for name in ("category", "label")}
        line: dict[str, Any] = {name: text for name, text in found.items() if text}
        if (cents := self.money(input_name(*at, "cents"))) is not None:
            line["cents"] = cents
        return line

    def money(self, name: str) -> Any:
        text = self.text(name)
        return _read(lambda: values.parse_money(text), text) if text else None

    def rows(self, *parts: str) -> list[int]:
        """Numbers of the rows that were sent with something in them, in order; a category alone is something."""
        start = re.compile(rf"{re.escape(input_name(*parts))}-(\d{{1,4}})-")
        names: dict[int, list[str]] = {}
        for key in self.data:
            if self.gone and key.startswith(self.gone):
                continue
            if match := start.match(key):
                names.setdefault(int(match[1]), []).append(key)
        return [n for n in sorted(names) if any(self.text(name) for name in names[n])]

    def many(self, name: str) -> list[str]:
        given = (
            self.data.getlist(name) if hasattr(self.data, "getlist") else self.data.get(name, [])
        )
        return [self.cleaned(text) for text in ([given] if isinstance(given, str) else given)]

    def text(self, name: str, *, lines: bool = False) -> str:
        return self.cleaned(str(self.data.get(name) or ""), lines=lines)

    def cleaned(self, text: str, *, lines: bool = False) -> str:
        found = clean(text[:LONGEST], lines=lines)
        self.removed += found.removed
        return found.text


def _read(read: Callable[[], Any], text: str) -> Any:
    """What `read` gives; what it refuses is kept as it was written."""
    try:
        return read()
    except Refused:
        return {"raw": text}


def _same(text: str, _field: Field) -> str:
    return text


_READERS: Mapping[Kind, Callable[[str, Field], Any]] = {
    Kind.MONEY: lambda text, _field: values.parse_money(text),
    Kind.NUMBER: lambda text, field: values.parse_number(text, field.decimals),
    Kind.DATE: lambda text, _field: values.parse_day(text),
}


def _part(part: str, text: str, *, own: bool) -> Any:
    if part == "email":
        return _read(lambda: values.parse_email(text), text)
    checked = part == "number" and own
    return _read(lambda: parse_enterprise_number(text), text) if checked else text
