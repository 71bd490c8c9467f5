"""How an application calls itself in lists.

Source: Jumelage, issue 4, item 5. A form's title is the field named so, else its first short text.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

TITLES = ("title", "project_title", "titre", "titel")
LONGEST = 300


class Asked(Protocol):
    """A field of a form, as far as this rule looks."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def kind(self) -> str:
        """What it asks."""


class Form(Protocol):
    """A form, as far as this rule looks."""

    @property
    def fields(self) -> Iterable[Asked]:
        """Its fields, in order."""


def title_of(form: Form, answers: Mapping[str, Any]) -> str:
    """The project's title among `answers`, at most 300 characters; "" while it has none."""
    short = [field.code for field in form.fields if field.kind == "short_text"]
    named = next((code for code in TITLES if code in short), short[0] if short else "")
    value = answers.get(named)
    return value[:LONGEST] if isinstance(value, str) else ""
