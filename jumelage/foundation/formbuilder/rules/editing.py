"""Building a form: parts added, changed, moved and taken out. Each act gives a new definition.

Source: Jumelage, issue 4, item 2. The code of a part is its identity: answers hang on it, so it stays when words
change.
"""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TypeVar

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.queries.answering import Definition, Field, Section

Part = TypeVar("Part", Section, Field)
_LONGEST_CODE = 40


def code_from(text: str, taken: Collection[str]) -> str:
    """A code that says `text` ("Résumé du projet": "resume_du_projet"), unlike those `taken`."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    bare = "".join(one for one in bare if not unicodedata.combining(one))
    code = re.sub(r"[^a-z0-9]+", "_", bare)[:_LONGEST_CODE].strip("_")
    code = code if code[:1].isalpha() else f"q_{code}".strip("_")
    numbered = (f"{code}_{number}" for number in range(2, len(taken) + 3))
    return code if code not in taken else next(one for one in numbered if one not in taken)


def with_section(definition: Definition, section: Section) -> Definition:
    """`section` at the end. Raises Refused("form-code-taken")."""
    if definition.section(section.code):
        raise Refused("form-code-taken", code=section.code)
    return replace(definition, sections=(*definition.sections, section))


def changed_section(
    definition: Definition, code: str, change: Callable[[Section], Section]
) -> Definition:
    """The section `code` as `change` makes it. Raises Refused("form-part-gone")."""
    if definition.section(code) is None:
        raise Refused("form-part-gone", code=code)
    sections = (change(one) if one.code == code else one for one in definition.sections)
    return replace(definition, sections=tuple(sections))


def without_section(definition: Definition, code: str) -> Definition:
    """Without the section `code` and its fields. Raises Refused("form-part-gone")."""
    if definition.section(code) is None:
        raise Refused("form-part-gone", code=code)
    return replace(definition, sections=tuple(s for s in definition.sections if s.code != code))


def moved_section(definition: Definition, code: str, steps: int) -> Definition:
    """The section `code` one step up (-1) or down (1); at the end of the list nothing moves.

    Raises Refused("form-part-gone").
    """
    return replace(definition, sections=_moved(definition.sections, code, steps))


def with_field(
    definition: Definition, section: str, field: Field, *, before: str = ""
) -> Definition:
    """`field` in `section`: before the field `before`, else at the end.

    Raises Refused("form-code-taken") or Refused("form-part-gone").
    """
    if field.code in definition.by_code:
        raise Refused("form-code-taken", code=field.code)
    return changed_section(
        definition, section, lambda one: replace(one, fields=inserted(one.fields, field, before))
    )


def inserted(fields: tuple[Field, ...], field: Field, before: str) -> tuple[Field, ...]:
    """`field` among `fields`: before the one `before`; at the end when there is none."""
    at = next((number for number, one in enumerate(fields) if one.code == before), len(fields))
    return (*fields[:at], field, *fields[at:])


def changed_field(
    definition: Definition, code: str, change: Callable[[Field], Field]
) -> Definition:
    """The field `code` as `change` makes it; "activities.start" is a column. Raises Refused("form-part-gone")."""
    code, _apart, column = code.partition(".")
    if column:
        return changed_field(definition, code, lambda one: _changed_column(one, column, change))
    return changed_section(
        definition,
        _section_of(definition, code),
        lambda section: replace(
            section,
            fields=tuple(change(one) if one.code == code else one for one in section.fields),
        ),
    )


def without_field(definition: Definition, code: str) -> Definition:
    """Without the field, or the column, `code`. Raises Refused("form-part-gone")."""
    code, _apart, column = code.partition(".")
    if column:
        return changed_field(definition, code, lambda one: _without_column(one, column))
    return changed_section(
        definition,
        _section_of(definition, code),
        lambda section: replace(section, fields=tuple(f for f in section.fields if f.code != code)),
    )


def moved_field(definition: Definition, code: str, steps: int) -> Definition:
    """The field, or the column, `code` one step up (-1) or down (1); past the edge of its section, into the next one.

    Raises Refused("form-part-gone").
    """
    code, _apart, column = code.partition(".")
    if column:
        return changed_field(
            definition,
            code,
            lambda one: replace(one, columns=_moved(one.columns, column, steps)),
        )
    home = _section_of(definition, code)
    section = next(one for one in definition.sections if one.code == home)
    edge = section.fields[0 if steps < 0 else -1]
    if edge.code != code:
        return changed_section(
            definition, home, lambda one: replace(one, fields=_moved(one.fields, code, steps))
        )
    return _over_the_edge(definition, section, edge, steps)


def field_at(definition: Definition, code: str) -> Field:
    """The field, or the column, `code`. Raises Refused("form-part-gone")."""
    code, _apart, column = code.partition(".")
    field = definition.by_code.get(code)
    if field and column:
        field = next((one for one in field.columns if one.code == column), None)
    if field is None:
        raise Refused("form-part-gone", code=column or code)
    return field


def _over_the_edge(
    definition: Definition, section: Section, field: Field, steps: int
) -> Definition:
    at = definition.sections.index(section) + steps
    if not 0 <= at < len(definition.sections):
        return definition
    target = definition.sections[at].code
    bare = without_field(definition, field.code)
    return changed_section(
        bare,
        target,
        lambda one: replace(
            one, fields=(*one.fields, field) if steps < 0 else (field, *one.fields)
        ),
    )


def _changed_column(field: Field, code: str, change: Callable[[Field], Field]) -> Field:
    if all(column.code != code for column in field.columns):
        raise Refused("form-part-gone", code=code)
    columns = (change(one) if one.code == code else one for one in field.columns)
    return replace(field, columns=tuple(columns))


def _without_column(field: Field, code: str) -> Field:
    return replace(field, columns=tuple(one for one in field.columns if one.code != code))


def _section_of(definition: Definition, code: str) -> str:
    if code not in definition.section_codes:
        raise Refused("form-part-gone", code=code)
    return definition.section_codes[code]


def _moved(parts: tuple[Part, ...], code: str, steps: int) -> tuple[Part, ...]:
    at = next((number for number, part in enumerate(parts) if part.code == code), None)
    if at is None:
        raise Refused("form-part-gone", code=code)
    ordered = list(parts)
    part = ordered.pop(at)
    ordered.insert(max(0, at + steps), part)
    return tuple(ordered)
