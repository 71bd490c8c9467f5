"""Short texts held in several languages at once: one JSON cell, one row per fact."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.db import models
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language


class Translated(dict[str, str]):
    """A text by language code; `str()` gives the reader's language, else the first one filled in."""

    @property
    def language(self) -> str:
        """Language of the text that `str()` gives; empty when there is none."""
        reader = get_language() or settings.LANGUAGE_CODE
        if self.get(reader):
            return reader
        return next((code for code, _ in settings.LANGUAGES if self.get(code)), "")

    def __str__(self) -> str:
        return self.get(self.language, "")

    def __bool__(self) -> bool:
        return any(self.values())

    @property
    def marked(self) -> SafeString:
        """The text for a page, wearing its `lang` when it is not the reader's language."""
        if self.language in {"", get_language()}:
            return conditional_escape(str(self))
        return format_html('<span lang="{}">{}</span>', self.language, str(self))

    def missing(self, languages: list[str]) -> list[str]:
        """Which of `languages` have no text."""
        return [code for code in languages if not self.get(code)]


class TranslatedWidget(forms.MultiWidget):
    """One input per language."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        codes = [code for code, _ in settings.LANGUAGES]
        super().__init__({code: forms.TextInput({"lang": code}) for code in codes}, attrs)

    def decompress(self, value: Any) -> list[str]:
        """Spread a text over its inputs."""
        return [(value or {}).get(code, "") for code, _ in settings.LANGUAGES]


class TranslatedFormField(forms.MultiValueField):
    """A text asked in every language; at least one is needed when it is required."""

    widget = TranslatedWidget

    def __init__(self, *, required: bool = True, **kwargs: Any) -> None:
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        fields = [forms.CharField(label=name, required=False) for _, name in settings.LANGUAGES]
        super().__init__(fields, required=required, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> Translated:
        """Gather the inputs into one text."""
        pairs = zip(settings.LANGUAGES, data_list, strict=False)
        return Translated({code: text for (code, _), text in pairs if text})


class TranslatedField(models.JSONField):
    """A column holding a `Translated`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": Translated, **kwargs})

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Translated | None:
        """Give the value as it was kept."""
        loaded = super().from_db_value(value, expression, connection)
        return Translated(loaded) if isinstance(loaded, dict) else loaded

    def to_python(self, value: Any) -> Any:
        """Accept a plain dictionary."""
        return Translated(value) if isinstance(value, dict) else value

    def formfield(self, **kwargs: Any) -> Any:
        """One input per language."""
        return models.Field.formfield(self, **{"form_class": TranslatedFormField, **kwargs})
