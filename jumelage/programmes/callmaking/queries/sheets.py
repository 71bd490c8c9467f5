"""A whole call as plain values, to make another one from."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.db import models

from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.rows import LISTS

MODELS = Path(__file__).resolve().parents[1] / "data"
_OWN = (
    *("title", "summary", "purpose", "how_to_apply", "contact", "contact_email", "budget_cents"),
    *("budget_authority", "opens_on", "opens_hour", "closes_on", "closes_hour", "grace_minutes"),
    *("completion_days", "draft_retention_days", "de_facto_min_persons", "form", "demonstration"),
)
_NOT_COPIED = frozenset({"id", "call", "changed_at"})


def sheet_of(call: Call) -> dict[str, Any]:
    """The fields of `call` and its rows, as `write_sheet` takes them; nothing that people sent."""
    sheet: dict[str, Any] = {name: getattr(call, name) for name in _OWN}
    for name in LISTS.values():
        sheet[name] = [_row(row) for row in getattr(call, name).all()]
    return sheet


@cache
def models_of_calls() -> dict[str, dict[str, Any]]:
    """The ready-made models by code: `name`, `about`, `sources` and `sheet`, in the order of their files."""
    found = (json.loads(path.read_text("utf-8")) for path in sorted(MODELS.glob("*.json")))
    return {one["code"]: one for one in found}


def _row(row: models.Model) -> dict[str, Any]:
    values = {
        field.name: getattr(row, field.name)
        for field in row._meta.concrete_fields
        if field.name not in _NOT_COPIED
    }
    if "track" in values:
        values["track"] = values["track"].slug if values["track"] else None
    return values
