"""One input with its label, value, hint and errors, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from jumelage.foundation.questionnaires.queries.shown import Input
from jumelage.foundation.questionnaires.queries.wording import (
    ContextWords,
    limit_words,
    problem_words,
    reader,
)
from jumelage.foundation.questionnaires.rules.checking import Problem
from jumelage.foundation.questionnaires.rules.conditions import Answers, Context
from jumelage.foundation.questionnaires.rules.definition import (
    TEXTUAL,
    Definition,
    Field,
    Kind,
    Section,
    text_in,
)
from jumelage.foundation.questionnaires.rules.posted import input_name
from jumelage.foundation.questionnaires.rules.texts import count
from jumelage.foundation.questionnaires.rules.values import written_money, written_number
from jumelage.foundation.reference.queries import countries

_MODES = {Kind.MONEY: "decimal", Kind.NUMBER: "numeric"}


@dataclass
class Maker:
    """What every input of a page is made from."""

    definition: Definition
    section: Section
    answers: Answers
    context: Context
    problems: Sequence[Problem]
    names: ContextWords
    files: Mapping[str, Sequence[Any]]
    seen: frozenset[str] = frozenset()
    language: str = dataclass_field(default_factory=reader)


def input_of(
    maker: Maker,
    field: Field,
    value: Any,
    at: tuple[str | int, ...],
    errors: tuple[str, ...],
) -> Input:
    """The input of one single value, at the place `at` of the page."""
    name, text = input_name(*at), written_of(field, value)
    limited = field.limit if field.kind in TEXTUAL else None
    own_hint = text_in(field.help, maker.language)
    return Input(
        name=name,
        # A day that cannot be read is shown as it was written, in an input that takes it.
        kind="short_text" if field.kind is Kind.DATE and isinstance(value, Mapping) else field.kind,
        label=text_in(field.label, maker.language),
        value=text,
        # The counter says how long a text may be.
        hint=" ".join(part for part in (own_hint, "" if limited else limit_words(field)) if part),
        errors=errors,
        required=field.required,
        choices=choices_of(field, value, maker.language),
        mode=_MODES.get(field.kind, "") if field.decimals == 0 else "decimal",
        autocomplete=field.autocomplete,
        limit=limited,
        unit=field.unit,
        count=count(text, field.unit) if limited else 0,
    )


def choices_of(field: Field, value: Any, language: str) -> tuple[tuple[str, str, bool, str], ...]:
    """Code, label, whether it is chosen, help; a chosen one that is gone stays until another is chosen."""
    if field.kind is Kind.COUNTRY:
        return tuple((code, name, code == value, "") for code, name in countries(language))
    given = value if isinstance(value, list) else [value]
    known = tuple(
        (one.code, text_in(one.label, language), one.code in given, text_in(one.help, language))
        for one in field.choices
    )
    codes = {choice.code for choice in field.choices}
    gone = [one for one in given if isinstance(one, str) and one and one not in codes]
    listed = field.kind in {Kind.CHOICE, Kind.CHOICES}
    return (*known, *((one, one, True, "") for one in gone)) if listed else ()


def errors_of(maker: Maker, field: Field, part: tuple[Any, ...]) -> tuple[str, ...]:
    """The problems of a field, or of one part of it, as sentences."""
    return tuple(
        problem_words(problem)
        for problem in maker.problems
        if problem.field == field.code and problem.part == part
    )


def written_of(field: Field, value: Any) -> str:
    """A value as its input holds it."""
    if isinstance(value, Mapping):
        return str(value.get("raw", ""))
    if value is None or isinstance(value, list):
        return ""
    if field.kind is Kind.MONEY:
        return written_money(value)
    return written_number(value) if field.kind is Kind.NUMBER else str(value)
