"""Write what is new into a record, its links and its rows, and say which fields really changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

# For each list of rows that a record holds: the fields that tell one row from another.
Nested = Mapping[str, Sequence[str]]


def set_values(
    record: models.Model, values: dict[str, Any], nested: Nested | None = None
) -> list[str]:
    """Give `record` its `values` and return the names of the fields that changed; the same again changes nothing.

    A value may be a list of records (many to many) or, for a list named in `nested`, of dictionaries: rows that
    are not given are removed. Raises ValidationError when a value does not suit its field.
    """
    fields = {name: record._meta.get_field(name) for name in values}
    own = {
        name: values[name]
        for name, field in fields.items()
        if field.concrete and not field.many_to_many
    }
    changed = _set_own(record, own)
    for name, field in fields.items():
        if field.many_to_many:
            changed += [name] if _set_links(record, name, values[name]) else []
        elif field.one_to_many:
            changed += [name] if _set_rows(record, name, values[name], nested or {}) else []
    return sorted(changed)


def _set_own(record: models.Model, values: dict[str, Any]) -> list[str]:
    new = record._state.adding
    read = {name: _read(record, name, value) for name, value in values.items()}
    changed = [name for name, value in read.items() if new or _differs(record, name, value)]
    for name in changed:
        setattr(record, name, read[name])
    if changed or new:
        record.full_clean()
        record.save()
    return changed


def _read(record: models.Model, name: str, value: Any) -> Any:
    """The value as its field holds it, so that "2015" equals the year 2015."""
    field = record._meta.get_field(name)
    if field.is_relation or not isinstance(field, models.Field):
        return value
    try:
        return field.to_python(value)
    except ValidationError:
        # The record's own check tells of which field.
        return value


def _differs(record: models.Model, name: str, value: Any) -> bool:
    field = record._meta.get_field(name)
    if isinstance(field, models.ForeignKey):
        return bool(getattr(record, field.attname) != (value.pk if value else None))
    return bool(getattr(record, name) != value)


def _set_links(record: models.Model, name: str, others: Sequence[models.Model]) -> bool:
    manager = getattr(record, name)
    wanted = {other.pk for other in others}
    if wanted == set(manager.values_list("pk", flat=True)):
        return False
    manager.set(wanted)
    return True


def _set_rows(
    record: models.Model, name: str, rows: Sequence[dict[str, Any]], nested: Nested
) -> bool:
    manager = getattr(record, name)
    left = list(manager.all())
    changed = False
    for values in rows:
        row = next((row for row in left if _same(row, values, nested[name])), None)
        if row is None:
            row = manager.model(**{manager.field.name: record})
        else:
            left.remove(row)
        new = row._state.adding
        changed = bool(set_values(row, values)) or new or changed
    for row in left:
        row.delete()
    return changed or bool(left)


def _same(row: models.Model, values: dict[str, Any], keys: Sequence[str]) -> bool:
    return not any(_differs(row, key, _read(row, key, values.get(key))) for key in keys)
