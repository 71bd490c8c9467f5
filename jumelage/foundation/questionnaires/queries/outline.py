"""A form told to those who build it: its parts, what is wrong with them, what changed."""

from collections.abc import Sequence
from typing import Any

from jumelage.foundation.questionnaires.choices import KINDS
from jumelage.foundation.questionnaires.queries.wording import (
    ContextWords,
    change_words,
    condition_words,
    limit_words,
    mistake_words,
    reader,
)
from jumelage.foundation.questionnaires.rules.changes import Changed
from jumelage.foundation.questionnaires.rules.definition import Definition, Field, text_in
from jumelage.foundation.questionnaires.rules.reading import Mistake

Data = dict[str, Any]


def outline(
    definition: Definition,
    mistakes: Sequence[Mistake],
    languages: Sequence[str],
    names: ContextWords | None = None,
) -> list[Data]:
    """The sections with their fields: label, kind, condition (by `names`), limits, missing languages, mistakes."""
    wrong = [mistake.place for mistake in mistakes]
    return [
        {
            "code": section.code,
            "title": text_in(section.title, reader()) or section.code,
            "when": condition_words(section.when, definition, names),
            "missing": [code for code in languages if not section.title.get(code)],
            "wrong": (section.code,) in wrong,
            "fields": [
                {
                    **_field(field, languages, (section.code, field.code), wrong),
                    "when": condition_words(field.when, definition, names),
                }
                for field in section.fields
            ],
        }
        for section in definition.sections
    ]


def mistakes_told(mistakes: Sequence[Mistake], definition: Definition) -> list[Data]:
    """Mistakes as sentences, with the words and the codes of their places ("" where it is the whole form)."""
    told = []
    for mistake in mistakes:
        section, field, *inner = [*mistake.place, "", ""]
        found = definition.section(section)
        asked = definition.by_code.get(field)
        names = [(text_in(found.title, reader()) if found else "") or section]
        names += [text_in(asked.label, reader()) or field] if asked else [field]
        told.append(
            {
                "sentence": mistake_words(mistake, definition),
                "place": " › ".join(name for name in [*names, *_inside(asked, inner)] if name),
                "section": section,
                "field": field,
                # A column of a table has a page of its own.
                "column": inner[0] if asked and asked.columns and inner else "",
                # So has a condition.
                "condition": (field or f"section:{section}")
                if mistake.code.startswith("form-condition")
                else "",
            }
        )
    return told


def _inside(field: Field | None, codes: Sequence[str]) -> list[str]:
    """What the columns, choices and categories `codes` of a question are called."""
    parts: list[Any] = [*field.columns, *field.choices] if field else []
    if field and field.budget:
        parts += [*field.budget.costs, *field.budget.income]
    parts += [choice for column in (field.columns if field else ()) for choice in column.choices]
    names = {one.code: text_in(one.label, reader()) for one in parts}
    return [names.get(code) or code for code in codes]


def changes_told(changed: Sequence[Changed], old: Definition, new: Definition) -> list[Data]:
    """What changed between two versions: name of the part, what became of it, whether an answer loses its place."""
    return [
        {
            "name": _name(one, old, new),
            "section": _title(one.section, old, new),
            "what": change_words(one),
            "loses": one.loses and not one.is_section,
            # A new question has no answer yet.
            "stays": not (one.loses or one.is_section) and one.before is not None,
            "is_section": one.is_section,
        }
        for one in changed
    ]


def _field(
    field: Field,
    languages: Sequence[str],
    place: tuple[str, str],
    wrong: Sequence[tuple[str, ...]],
) -> Data:
    return {
        "code": field.code,
        "label": text_in(field.label, reader()) or field.code,
        "kind": KINDS[field.kind],
        "required": field.required,
        "limit": limit_words(field),
        "article": field.article,
        "missing": [code for code in languages if not field.label.get(code)],
        "wrong": any(found[:2] == place for found in wrong),
    }


def _name(changed: Changed, old: Definition, new: Definition) -> str:
    field = changed.after or changed.before
    if field:
        return text_in(field.label, reader()) or field.code
    return _title(changed.code, old, new)


def _title(code: str, old: Definition, new: Definition) -> str:
    section = new.section(code) or old.section(code)
    return (text_in(section.title, reader()) if section else "") or code
