"""Short texts held in several languages at once: one JSON cell, one row per fact."""

from __future__ import annotations

from typing import Any

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
