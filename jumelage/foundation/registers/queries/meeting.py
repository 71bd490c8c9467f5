"""Two people in one form that a room made itself: what the form was opened with, and what became of it meanwhile."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.rules.versions import marks_of, meet, read, written


def marks_seen(record: models.Model, names: Iterable[str]) -> str:
    """What the fields `names` of `record` hold, as short marks that a form carries and brings back."""
    return written(marks_of(_texts(record, _held(record, names))))


def joined(record: models.Model, values: dict[str, Any], *, marks: str) -> dict[str, Any]:
    """`values` (fields of `record`), where what only somebody else changed since `marks` stays as they left it.

    Without marks nothing is compared. Raises Refused("record-changed"), whose `clashes` hold both texts.
    """
    base = read(marks)
    if base is None:
        return values
    kept = _held(record, values)
    theirs, mine = _texts(record, kept), _texts(record, values)
    meeting = meet(base, theirs, mine)
    if meeting.clashing:
        raise Refused(
            "record-changed",
            clashes=[
                {"field": part, "theirs": theirs[part], "mine": mine[part]}
                for part in meeting.clashing
            ],
        )
    return {**values, **{part: kept[part] for part in meeting.theirs}}


def _held(record: models.Model, names: Iterable[str]) -> dict[str, Any]:
    """What the fields hold; a link that a new record has not yet is None."""
    return {name: getattr(record, name, None) for name in names}


def _texts(record: models.Model, values: Mapping[str, Any]) -> dict[str, str]:
    return {name: _text(record._meta.get_field(name), value) for name, value in values.items()}


def _text(field: Any, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, Mapping):
        return "\n".join(f"{code}: {text}" for code, text in sorted(value.items()) if text)
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return str(dict(field.flatchoices or ()).get(value, value))
