"""A section as a page shows it: inputs with their labels, hints, errors and conditions, in the reader's language."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from jumelage.foundation.questionnaires.queries.inputs import Maker, errors_of, input_of
from jumelage.foundation.questionnaires.queries.shown import Input, Page, Shown
from jumelage.foundation.questionnaires.queries.tables import budget_of, table_of
from jumelage.foundation.questionnaires.queries.wording import (
    ContextWords,
    condition_words,
    part_words,
)
from jumelage.foundation.questionnaires.rules.checking import Problem
from jumelage.foundation.questionnaires.rules.conditions import (
    Answers,
    Context,
    could_hold,
    fields_in,
    unsettled,
    visible_fields,
)
from jumelage.foundation.questionnaires.rules.definition import (
    PARTS,
    Definition,
    Field,
    Kind,
    Section,
    text_in,
)
from jumelage.foundation.questionnaires.rules.posted import input_name
from jumelage.foundation.questionnaires.rules.reading import condition_json
from jumelage.foundation.reference.queries import countries

# What browsers may fill in by themselves, by the part of an answer.
_FILLED_IN = {"email": "email", "phone": "tel", "name": "name", "role": "organization-title"}


def section_page(
    definition: Definition,
    section: Section,
    answers: Answers,
    context: Context,
    *,
    problems: Sequence[Problem] = (),
    names: ContextWords | None = None,
    files: Mapping[str, Sequence[Any]] | None = None,
) -> Page:
    """`section` for a page, filled with `answers`; `problems` are those to show, `names` the words of the context.

    `files` are the documents of each file field, for the room's own template to list. A field that does not appear
    whatever is answered in the section is left out; one that may, while the page is filled in, stands on it.
    """
    seen = visible_fields(definition, answers, context)
    maker = Maker(definition, section, answers, context, problems, names or {}, files or {}, seen)
    here = {field.code for field in section.fields}
    fields = [
        field
        for field in section.fields
        if field.code in seen
        or (could_hold(field.when, context) and here.intersection(fields_in(field.when)))
    ]
    known = {code: value for code, value in answers.items() if code in seen and code not in here}
    looked_at = {code for field in fields for code in fields_in(field.when)}
    return Page(
        section=section,
        title=text_in(section.title, maker.language),
        intro=text_in(section.intro, maker.language),
        fields=tuple(_shown(maker, field) for field in fields),
        known=json.dumps({code: value for code, value in known.items() if code in looked_at}),
        context=json.dumps({k: v for k, v in context.items() if isinstance(v, str | int)}),
    )


def _shown(maker: Maker, field: Field) -> Shown:
    value, name = maker.answers.get(field.code), input_name(field.code)
    here = {one.code for one in maker.section.fields}
    when = unsettled(field.when, maker.context)
    live = bool(here.intersection(fields_in(when)))
    return Shown(
        field=field,
        name=name,
        label=text_in(field.label, maker.language),
        hint=text_in(field.help, maker.language),
        errors=errors_of(maker, field, ()),
        when=json.dumps(condition_json(field.when)) if live else "",
        when_words=condition_words(when, maker.definition, maker.names) if live else "",
        unmet=field.code not in maker.seen,
        **_body(maker, field, value),
    )


def _body(maker: Maker, field: Field, value: Any) -> dict[str, Any]:
    if not field.asks:
        return {}
    if field.kind in PARTS:
        return {"parts": tuple(_part(maker, field, part, value) for part in PARTS[field.kind])}
    if field.kind is Kind.BUDGET:
        return budget_of(maker, field, value)
    inside: dict[Kind, Any] = {
        Kind.TABLE: lambda: {"tables": (table_of(maker, field, value),)},
        Kind.FILE: lambda: {"files": maker.files.get(field.code, ())},
    }
    if field.kind in inside:
        return dict(inside[field.kind]())
    return {"input": input_of(maker, field, value, (field.code,), errors_of(maker, field, ()))}


def _part(maker: Maker, field: Field, part: str, value: Any) -> Input:
    told = value.get(part, "") if isinstance(value, Mapping) else ""
    is_country = part == "country"
    chosen = tuple((code, name, code == told, "") for code, name in countries(maker.language))
    return Input(
        name=input_name(field.code, part),
        kind="country" if is_country else part if part in {"email", "phone"} else "short_text",
        label=part_words(part),
        value=str(told.get("raw", "")) if isinstance(told, Mapping) else str(told),
        errors=errors_of(maker, field, (part,)),
        required=field.required and part == PARTS[field.kind][0],
        choices=chosen if is_country else (),
        autocomplete=_FILLED_IN.get(part, "") if field.kind is Kind.PERSON else "",
    )
