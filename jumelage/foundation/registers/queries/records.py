"""The records of a register: listed, found, filtered, and one of them as parts that a form shows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from jumelage.foundation.kernel.folding import fold
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.foundation.registers.queries.registry import register_of

Parts = dict[str, Any]
_VARIANTS = {
    "a": "aàáâäãå",
    "c": "cç",
    "e": "eèéêë",
    "i": "iìíîï",
    "n": "nñ",
    "o": "oòóôöõ",
    "u": "uùúûü",
    "y": "yýÿ",
}


def languages() -> list[str]:
    """Codes of the languages that texts are kept in."""
    return [code for code, _ in settings.LANGUAGES]


def records_of(register: Register) -> models.QuerySet[Any]:
    """The records that the viewer of the register may look at; every record for the machine."""
    every: models.QuerySet[Any] = register.model._default_manager.all()
    if register.seen is None or register.viewer is None:
        return every
    return every.filter(register.seen(register.viewer))


def linkable(field: Any, viewer: Any) -> models.QuerySet[Any]:
    """What the link `field` may lead to: what `viewer` may look at, and what it leads to somewhere already."""
    model = field.remote_field.model
    every: models.QuerySet[Any] = model._default_manager.all()
    register = register_of(model._meta.label_lower)
    if register is None or register.seen is None:
        return every
    looked_at = records_of(replace(register, viewer=viewer)).values("pk")
    used = field.model._default_manager.values(field.name)
    return every.filter(Q(pk__in=looked_at) | Q(pk__in=used))


def listed(register: Register, *, text: str, chosen: Mapping[str, str]) -> models.QuerySet[Any]:
    """The records whose texts hold every word of `text` (accents and capitals forgiven), with the values `chosen`."""
    fields = {name: register.model._meta.get_field(name) for name in register.columns}
    linked = [name for name, field in fields.items() if field.many_to_one]
    found = records_of(register).only(register.key, *fields).select_related(*linked)
    for word in fold(text).split():
        found = found.filter(_holds(register, word))
    for name, value in chosen.items():
        found = found.filter(**{name: value})
    ordered: models.QuerySet[Any] = found.order_by(register.key)
    return ordered


def values_present(register: Register, name: str) -> list[Any]:
    """The values that occur in a column, sorted."""
    rows = records_of(register).order_by(name).values_list(name, flat=True)
    return [value for value in rows.distinct() if value not in {"", None}]


def record_of(register: Register, key: str, *, lock: bool = False) -> Any:
    """The record known by `key`; None when there is none. `lock` keeps others from changing it meanwhile."""
    found = records_of(register).filter(**{register.key: key})
    # The row alone: PostgreSQL refuses to lock what the order of a list joins.
    return (found.select_for_update(of=("self",)) if lock else found).first()


def parts_of(register: Register, record: models.Model) -> Parts:
    """What the form shows of `record`: a text by language apart ("title__fr"), the lists as rows of parts."""
    parts = _parts(record, register.fields)
    for name, fields in register.rows.items():
        parts[name] = [_parts(row, fields) for row in getattr(record, name).all()]
    return parts


def texts_of(parts: Parts) -> dict[str, str]:
    """Each part as a text that can be compared and shown."""
    return {name: text_of(value) for name, value in parts.items()}


def text_of(value: Any) -> str:
    """A value as people read it; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return " · ".join(filter(None, (text_of(each) for each in value.values())))
    if isinstance(value, list | tuple | models.QuerySet):
        return "\n".join(text_of(each) for each in value)
    return str(value)


def words_of(register: Register, record: models.Model) -> dict[str, dict[str, str]]:
    """The texts of `record` and of its rows by place and language: {"title": {"fr": …}, "axes:2:about": {…}}."""
    found = dict(_translated(record, ""))
    for name in register.rows:
        for row in getattr(record, name).all():
            found |= dict(_translated(row, f"{name}:{row.pk}:"))
    return found


def _translated(record: models.Model, before: str) -> Iterator[tuple[str, dict[str, str]]]:
    for field in record._meta.concrete_fields:
        if isinstance(field, TranslatedField):
            yield f"{before}{field.name}", dict(getattr(record, field.name) or {})


def _parts(record: models.Model, names: tuple[str, ...]) -> Parts:
    parts: Parts = {}
    for name in names:
        field = record._meta.get_field(name)
        value = getattr(record, name)
        if isinstance(field, TranslatedField):
            parts |= {f"{name}__{code}": (value or {}).get(code, "") for code in languages()}
        elif field.many_to_many:
            parts[name] = list(value.all())
        else:
            parts[name] = value
    return parts


def _holds(register: Register, word: str) -> Q:
    pattern = "".join(
        f"[{_VARIANTS[letter]}]" if letter in _VARIANTS else re.escape(letter) for letter in word
    )
    asked: list[Q] = []
    for name in register.search:
        if isinstance(register.model._meta.get_field(name), TranslatedField):
            asked += [Q(**{f"{name}__{code}__iregex": pattern}) for code in languages()]
        else:
            asked.append(Q(**{f"{name}__iregex": pattern}))
    return reduce(or_, asked)
