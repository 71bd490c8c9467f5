"""Small forms for the tests."""

from typing import Any

from jumelage.foundation.questionnaires.rules.definition import Condition, Definition
from jumelage.foundation.questionnaires.rules.reading import read_definition

BUDGET = {
    "costs": [
        {"code": "travel", "label": {"fr": "Voyages", "nl": "Reizen"}},
        {"code": "running", "label": {"fr": "Frais", "nl": "Kosten"}, "eligible": False},
    ],
    "income": [{"code": "gifts", "label": {"fr": "Dons", "nl": "Giften"}}],
    "balance_article": "6.1",
    "cap_article": "6.2",
    "minimum_article": "6.3",
    "share_article": "6.4",
}


def text(code: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "kind": "short_text", "label": words(code), **more}


def words(code: str) -> dict[str, str]:
    return {"fr": f"{code} fr", "nl": f"{code} nl"}


def form(*fields: dict[str, Any], **more: Any) -> Definition:
    """One section of these fields."""
    return forms([{"code": "one", "title": words("one"), "fields": list(fields), **more}])


def forms(sections: list[dict[str, Any]]) -> Definition:
    return read_definition({"sections": sections})


def read_condition(raw: Any) -> Condition:
    """A condition as a form that holds it is read."""
    found = form(text("asked", when=raw)).by_code["asked"].when
    assert found is not None
    return found
