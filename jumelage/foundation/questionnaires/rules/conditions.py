"""When a section or a field is asked.

Source: Jumelage, issue 4, item 2: conditions on any field (and, or, not, comparison, contains), on answers and on
context. The same code in `design/js/conditions.js`.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from jumelage.foundation.questionnaires.rules.definition import (
    CONTEXT,
    Condition,
    Definition,
    Group,
    Operator,
    Section,
    Test,
)

Answers = Mapping[str, Any]
Context = Mapping[str, Any]
# Never what else Decimal reads: a person called Nan is no number.
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_ORDER = {
    Operator.LT: lambda a, b: a < b,
    Operator.LE: lambda a, b: a <= b,
    Operator.GT: lambda a, b: a > b,
    Operator.GE: lambda a, b: a >= b,
}


def visible_fields(definition: Definition, answers: Answers, context: Context) -> frozenset[str]:
    """Codes of the fields that are asked, given `answers` and `context`; what is hidden counts as not answered."""
    return _Seen(definition, answers, context).codes()


def visible_sections(
    definition: Definition, answers: Answers, context: Context
) -> tuple[Section, ...]:
    """The sections that are asked: those of which a field or an introduction is seen."""
    seen = visible_fields(definition, answers, context)
    return tuple(
        section
        for section in definition.sections
        if any(field.code in seen for field in section.fields)
    )


def tests_in(condition: Condition | None) -> Iterator[Test]:
    """Every comparison that a condition makes."""
    if isinstance(condition, Test):
        yield condition
    elif condition is not None:
        for part in condition.of:
            yield from tests_in(part)


def fields_in(condition: Condition | None) -> list[str]:
    """Codes of the fields that a condition looks at."""
    looked_at = (test.on for test in tests_in(condition) if not test.on.startswith(CONTEXT))
    return list(dict.fromkeys(on.partition(".")[0] for on in looked_at))


def holds(condition: Condition | None, answers: Answers, context: Context) -> bool:
    """Whether `condition` holds for these answers; no condition always holds."""
    if condition is None:
        return True
    if isinstance(condition, Test):
        return _test(condition, value_of(condition.on, answers, context))
    results = [holds(part, answers, context) for part in condition.of]
    if condition.join == "any":
        return any(results)
    return all(results) if condition.join == "all" else not any(results)


def could_hold(condition: Condition | None, context: Context) -> bool:
    """Whether `condition` may hold for some answers; words that the context does not tell may be anything."""
    return condition is None or _possible(condition, context)[0]


def unsettled(condition: Condition | None, context: Context) -> Condition | None:
    """What of a `condition` that could hold still depends on answers; None when the context alone decides."""
    if condition is None or not _possible(condition, context)[1]:
        return None
    if isinstance(condition, Test):
        return condition
    parts = [unsettled(part, context) for part in condition.of if could_hold(part, context)]
    left = tuple(part for part in parts if part is not None)
    alone = len(left) == 1 and condition.join != "none"
    return left[0] if alone else Group(condition.join, left)


def value_of(on: str, answers: Answers, context: Context) -> Any:
    """What a comparison looks at: an answer, a part of one, or a word of the context; None when there is none."""
    if on.startswith(CONTEXT):
        return context.get(on.removeprefix(CONTEXT))
    code, _apart, part = on.partition(".")
    value = answers.get(code)
    if part:
        return value.get(part) if isinstance(value, Mapping) else None
    return value


def is_answered(value: Any) -> bool:
    """Whether something was written, right or wrong; empty tables, blank texts and unticked boxes are no answers."""
    if isinstance(value, Mapping):
        return any(map(is_answered, value.values()))
    if isinstance(value, list | tuple):
        return any(map(is_answered, value))
    return value is not None and value is not False and value != ""


class _Seen:
    """Works out once for each field whether it is asked."""

    def __init__(self, definition: Definition, answers: Answers, context: Context) -> None:
        self.definition, self.answers, self.context = definition, answers, context
        self.known: dict[str, bool] = {}
        self.sections = {f.code: s for s in definition.sections for f in s.fields}

    def codes(self) -> frozenset[str]:
        return frozenset(code for code in self.definition.by_code if self.is_seen(code))

    def is_seen(self, code: str) -> bool:
        if code not in self.definition.by_code:
            return False
        if code not in self.known:
            # A circle is refused when the form is published; until then it hides nothing.
            self.known[code] = True
            own, around = self.definition.by_code[code].when, self.sections[code].when
            self.known[code] = self.holds(around) and self.holds(own)
        return self.known[code]

    def holds(self, condition: Condition | None) -> bool:
        shown = {code: self.answers.get(code) for code in fields_in(condition)}
        return holds(
            condition,
            {code: value for code, value in shown.items() if self.is_seen(code)},
            self.context,
        )


def _possible(condition: Condition, context: Context) -> tuple[bool, bool]:
    """Whether it may hold, and whether it may fail."""
    if isinstance(condition, Test):
        told = condition.on.startswith(CONTEXT) and value_of(condition.on, {}, context) is not None
        result = holds(condition, {}, context)
        return (result, not result) if told else (True, True)
    parts = [_possible(part, context) for part in condition.of]
    if condition.join == "all":
        return all(one for one, _ in parts), any(other for _, other in parts)
    some, nothing = any(one for one, _ in parts), all(other for _, other in parts)
    return (some, nothing) if condition.join == "any" else (nothing, some)


def _test(test: Test, value: Any) -> bool:
    if test.op is Operator.ANSWERED:
        return is_answered(value)
    if test.op is Operator.CONTAINS:
        return _contains(value, test.value)
    if test.op is Operator.EQ:
        return _same(value, test.value)
    if test.op is Operator.NE:
        return not _same(value, test.value)
    ordered = _comparable(value, test.value)
    return ordered is not None and _ORDER[test.op](*ordered)


def _contains(value: Any, wanted: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(_same(one, wanted) for one in value)
    return isinstance(value, str) and str(wanted).casefold() in value.casefold()


def _same(value: Any, wanted: Any) -> bool:
    if value is None or isinstance(value, Mapping | list | tuple):
        return False
    return str(value).casefold() == str(wanted).casefold()


def _comparable(value: Any, wanted: Any) -> tuple[Any, Any] | None:
    """Both as numbers, else both as days written 2026-02-01; None when they cannot be compared."""
    if all(_NUMBER.fullmatch(str(one)) for one in (value, wanted)):
        return Decimal(str(value)), Decimal(str(wanted))
    days = isinstance(value, str) and isinstance(wanted, str) and len(value) == len(wanted)
    return (value, wanted) if days else None
