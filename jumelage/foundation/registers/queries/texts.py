"""How texts stand in each language."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from jumelage.foundation.registers.choices import TextState
from jumelage.foundation.registers.models import RecordTexts


def standings_of(record: str) -> list[RecordTexts]:
    """How the texts of `record` ("room.model:key") stand, one row a language, in the order of the languages."""
    rows = {row.language: row for row in RecordTexts.objects.filter(record=record)}
    return [rows[code] for code, _ in settings.LANGUAGES if code in rows]


def records_listed(*, kinds: Iterable[str], state: str = "", language: str = "") -> Any:
    """Names of the records of these `kinds` that stand like `state` in `language` (any when empty), in order."""
    rows = RecordTexts.objects.filter(kind__in=list(kinds))
    if state:
        rows = rows.filter(state=state)
    if language:
        rows = rows.filter(language=language)
    return rows.order_by("record").values_list("record", flat=True).distinct()


def standings(records: Iterable[str]) -> dict[str, list[RecordTexts]]:
    """The rows of each of `records`, by language, in one query."""
    found: dict[str, list[RecordTexts]] = {name: [] for name in records}
    for row in RecordTexts.objects.filter(record__in=list(found)).defer("seen"):
        found[row.record].append(row)
    return found


def number_missing(*, kinds: Iterable[str], languages: Iterable[str]) -> int:
    """How many records of these `kinds` lack a text in one of `languages`."""
    rows = RecordTexts.objects.filter(kind__in=list(kinds), state=TextState.MISSING)
    return rows.filter(language__in=list(languages)).values("record").distinct().count()


def number_outdated(*, kinds: Iterable[str]) -> int:
    """How many records of these `kinds` hold a text older than its other languages."""
    rows = RecordTexts.objects.filter(kind__in=list(kinds), state=TextState.OUTDATED)
    return rows.values("record").distinct().count()
