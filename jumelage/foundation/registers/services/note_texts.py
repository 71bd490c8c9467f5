"""Note how the texts of a record stand in each language."""

from typing import Any

from django.db import models, transaction

from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.models import RecordTexts
from jumelage.foundation.registers.queries.records import languages, words_of
from jumelage.foundation.registers.rules.texts import Standing, confirmed, standings


def note_texts(register: Register, record: models.Model, *, act: int) -> None:
    """Compare the texts of `record` with those seen before, after the journal's line number `act`."""
    name = f"{register.label}:{record.pk}"
    with transaction.atomic():
        rows = {row.language: row for row in RecordTexts.objects.filter(record=name)}
        before = {code: row.seen for code, row in rows.items()}
        found = standings(words_of(register, record), before, act=act, languages=languages())
        shared = {
            "kind": register.label,
            "title": _title(record),
            "key": str(getattr(record, register.key)),
        }
        for code, standing in found.items():
            _keep(rows.get(code) or RecordTexts(record=name, language=code), standing, shared)


def confirm_texts(register: Register, record: models.Model, language: str) -> None:
    """A person says that the texts of `record` in `language` still say what the others say."""
    name = f"{register.label}:{record.pk}"
    with transaction.atomic():
        rows = {
            row.language: row for row in RecordTexts.objects.select_for_update().filter(record=name)
        }
        if language not in rows:
            return
        before = {code: row.seen for code, row in rows.items()}
        before[language] = confirmed(before, language)
        found = standings(words_of(register, record), before, act=0, languages=languages())
        _keep(rows[language], found[language], {})


def _keep(row: RecordTexts, standing: Standing, shared: dict[str, Any]) -> None:
    places = list(dict.fromkeys(place.replace(":", " ").split()[-1] for place in standing.places))
    values = {**shared, "state": standing.state, "fields": places, "seen": standing.seen}
    # Tuples become lists in the cell: compared as they are read back.
    values["seen"] = {place: list(mark) for place, mark in standing.seen.items()}
    if row.pk and all(getattr(row, field) == value for field, value in values.items()):
        return
    for field, value in values.items():
        setattr(row, field, value)
    row.save()


def _title(record: models.Model) -> dict[str, str]:
    called = (getattr(record, name, None) for name in ("title", "name", "subject", "text"))
    value = next((one for one in called if one is not None), str(record))
    return dict(value) if isinstance(value, dict) else dict.fromkeys(languages(), value)
