"""The input for each kind of field."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.foundation.reference.queries import countries
from jumelage.foundation.registers.queries.records import linkable

# Above this number of records, a list to choose from helps nobody: their short names are typed.
LONGEST_LIST = 300
SHORT_TEXTS = {"title", "name", "acronym", "town", "part", "role", "group", "publisher", "subject"}


class CodesField(forms.CharField):
    """Codes separated by commas; numbers stay numbers where `number` says so."""

    def __init__(self, *, number: bool = False, **kwargs: Any) -> None:
        self.number = number
        super().__init__(
            **{"required": False, "help_text": _("Separate several by commas."), **kwargs}
        )

    def prepare_value(self, value: Any) -> Any:
        """As people write it."""
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        """A list; raises ValidationError for a word where a number is asked."""
        codes = [code.strip() for code in (super().clean(value) or "").split(",") if code.strip()]
        if self.number and not all(code.isdecimal() for code in codes):
            raise forms.ValidationError(_("Write numbers, separated by commas."))
        return [int(code) for code in codes] if self.number else codes


def text_input(field: models.Field[Any, Any], language: str, *, required: bool) -> forms.Field:
    """One language of a text."""
    short = field.name in SHORT_TEXTS
    attributes = {"lang": language, **({} if short else {"rows": "4"})}
    widget: forms.Widget = forms.TextInput(attributes) if short else forms.Textarea(attributes)
    return forms.CharField(label=language, required=required, widget=widget)


def input_of(field: Any, viewer: Any = None) -> forms.Field:
    """The input of a field that is not a text in several languages; a link offers what `viewer` may look at."""
    label = field_name(field.name)
    if field.many_to_many or field.many_to_one:
        return _linked(field, label, viewer)
    made: forms.Field = _special(field, label) or field.formfield(label=label)
    return made


def _address(field: models.URLField[Any, Any], label: str) -> forms.Field:
    address = forms.URLField(label=label, required=not field.blank, assume_scheme="https")
    address.max_length = field.max_length
    return address


def _special(field: Any, label: str) -> forms.Field | None:
    """Where Django's own input would not do; None where it does."""
    if isinstance(field, PartialDateField):
        hint = _("A year (2015), a month (2021-01) or a day (2022-12-05).")
        return forms.CharField(label=label, required=False, help_text=hint)
    if field.name == "country":
        choices = [("", "–"), *countries()]
        return forms.ChoiceField(label=label, choices=choices, required=not field.blank)
    if isinstance(field, models.JSONField):
        return CodesField(label=label)
    if isinstance(field, models.URLField):
        return _address(field, label)
    unsure = isinstance(field, models.BooleanField) and field.null
    return forms.NullBooleanField(label=label, required=False) if unsure else None


def is_text(field: Any) -> bool:
    """Whether the field holds a text in several languages."""
    return isinstance(field, TranslatedField)


def _linked(field: Any, label: str, viewer: Any) -> forms.Field:
    records = linkable(field, viewer)
    few = records[: LONGEST_LIST + 1].count() <= LONGEST_LIST
    if field.many_to_many:
        widget = forms.SelectMultiple({"size": "8"})
        return forms.ModelMultipleChoiceField(
            records, label=label, required=not field.blank, widget=widget
        )
    chosen: dict[str, Any] = {"label": label, "required": not field.null}
    if few:
        return forms.ModelChoiceField(records, **chosen)
    hint = _("Write its short name, as at the end of its address.")
    return forms.ModelChoiceField(
        records, to_field_name="slug", widget=forms.TextInput, help_text=hint, **chosen
    )
