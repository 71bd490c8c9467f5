"""A form to work on, the addresses of its pages, and what their inputs would send."""

from typing import Any

from django.urls import reverse

from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.queries.answering import Definition
from jumelage.foundation.questionnaires.queries.forms import (
    current_version,
    definition_of,
    working_copy,
)
from tests.foundation.questionnaires.forms import BUDGET, forms, text, words

CHOICES = [
    {"code": "oui", "label": {"fr": "Oui", "nl": "Ja"}},
    {"code": "non", "label": {"fr": "Non", "nl": "Nee"}},
]
WHOLE = forms(
    [
        {"code": "one", "title": words("one"), "fields": [
            text("a", limit=5), {"code": "c", "kind": "choice", "label": words("c"), "choices": CHOICES},
            {"code": "m", "kind": "money", "label": words("m"), "minimum": 150},
            {"code": "d", "kind": "date", "label": words("d")}, {"code": "n", "kind": "number", "label": words("n"), "decimals": 2},
        ]},
        {"code": "two", "title": words("two"), "fields": [
            {"code": "t", "kind": "table", "label": words("t"), "columns": [text("x"), text("y")]},
            {"code": "b", "kind": "budget", "label": words("b"), "budget": BUDGET},
        ]},
    ]
)  # fmt: skip


def at(name: str, *args: Any) -> str:
    return reverse(f"desk-form{name}", args=["appel", *args])


def now(form: Form) -> Definition:
    version = working_copy(form) or current_version(form)
    assert version
    return definition_of(version)


def inputs_of(page: Any) -> dict[str, Any]:
    """What the page's own form would send."""
    form = page.context["form"]
    parts = [form] if not hasattr(form, "main") else form._all()
    data: dict[str, Any] = {"marks": page.context.get("marks", "")}
    for part in parts:
        for one in [part.management_form, *part.forms] if hasattr(part, "forms") else [part]:
            for field in one:
                value = field.value()
                if value is True:
                    data[field.html_name] = "on"
                elif value not in {None, False}:
                    data[field.html_name] = value
    return data
