"""The form of a record, made from its register: a text apart for each language, the lists as rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.db import models
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.registers.forms.inputs import input_of, is_text, text_input
from jumelage.foundation.registers.queries.records import Parts


@dataclass(frozen=True)
class Group:
    """What a page shows together: the name of a field, and its input or its inputs by language."""

    name: str
    label: str
    inputs: list[Any]
    translated: bool


class RecordForm:
    """The record's own fields and its lists, asked and read together."""

    def __init__(
        self, register: Register, *, parts: Parts | None = None, data: Any = None, files: Any = None
    ) -> None:
        self.register = register
        self.new = parts is None
        initial = parts or {}
        viewer = register.viewer
        made = _form(register.model, register.fields, register, viewer=viewer, with_key=self.new)
        self.form = made(data, files, initial=initial, prefix="own")
        self.lists = {
            name: _rows(register, name)(data, initial=initial.get(name, []), prefix=name)
            for name in register.rows
        }

    def is_valid(self) -> bool:
        """Whether everything can be read."""
        return all([self.form.is_valid(), *(rows.is_valid() for rows in self.lists.values())])

    @property
    def parts(self) -> Parts:
        """What was filled in, as parts; the key and files apart."""
        own = {
            name: value
            for name, value in self.form.cleaned_data.items()
            if name != self.register.key
        }
        return {**own, **{name: _filled(rows) for name, rows in self.lists.items()}}

    @property
    def key(self) -> str:
        """The short name asked for a new record."""
        return str(self.form.cleaned_data[self.register.key])

    def gather(self, parts: Parts) -> dict[str, Any]:
        """The parts as the values that the room's service takes."""
        values = gathered(parts, self.register.rows)
        for name in self.register.rows:
            values[name] = [gathered(row, ()) for row in parts[name]]
        return values

    def groups(self) -> list[Group]:
        """The record's own fields, as the page shows them."""
        return groups_of(self.form)

    def row_groups(self) -> list[tuple[str, str, Any, list[tuple[Any, list[Group]]]]]:
        """The lists: name, words, the set of forms, and each row with its fields."""
        return [
            (name, field_name(name), rows, [(row, groups_of(row)) for row in rows])
            for name, rows in self.lists.items()
        ]


def gathered(parts: Parts, without: Iterable[str]) -> dict[str, Any]:
    """Parts as values of fields: the languages of a text in one."""
    values: dict[str, Any] = {}
    for part, value in parts.items():
        name, _apart, code = part.partition("__")
        if name in without:
            continue
        if code:
            text = values.setdefault(name, Translated())
            if value:
                text[code] = value
        else:
            values[name] = list(value) if isinstance(value, models.QuerySet) else value
    return values


def groups_of(form: forms.BaseForm) -> list[Group]:
    """The inputs of a form, the languages of one text together."""
    groups: dict[str, Group] = {}
    for bound in form:
        name, _apart, code = bound.name.partition("__")
        if bound.is_hidden or name == "DELETE":
            continue
        group = groups.setdefault(name, Group(name, field_name(name), [], bool(code)))
        group.inputs.append(bound)
    return list(groups.values())


def _form(
    model: Any,
    names: Iterable[str],
    register: Register | None,
    *,
    viewer: Any,
    with_key: bool = False,
) -> type[forms.Form]:
    fields: dict[str, forms.Field] = {}
    if register and with_key:
        fields[register.key] = _key(register)
    for name in names:
        if register and name in register.inputs:
            fields[name] = register.inputs[name]()
            continue
        field = model._meta.get_field(name)
        if not is_text(field):
            fields[name] = input_of(field, viewer)
            continue
        for code, language in settings.LANGUAGES:
            required = not field.blank and code == settings.LANGUAGE_CODE
            fields[f"{name}__{code}"] = text_input(field, code, required=required)
            fields[f"{name}__{code}"].label = language
    return type("Asked", (forms.Form,), fields)


def _key(register: Register) -> forms.Field:
    hint = _("Small letters, digits and hyphens. It cannot be changed later.")
    longest = register.model._meta.get_field(register.key).max_length
    return forms.SlugField(label=field_name(register.key), max_length=longest, help_text=hint)


def _rows(register: Register, name: str) -> type[BaseFormSet[Any]]:
    model = register.model._meta.get_field(name).related_model
    row = _form(model, register.rows[name], None, viewer=register.viewer)
    return formset_factory(row, extra=2, can_delete=True)


def _filled(rows: BaseFormSet[Any]) -> list[Parts]:
    found = (row.cleaned_data for row in rows)
    return [
        {name: value for name, value in data.items() if name != "DELETE"}
        for data in found
        if data and not data.get("DELETE")
    ]
