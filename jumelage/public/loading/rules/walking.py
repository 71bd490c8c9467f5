"""Going through a record as it is written, even a wrong one, along the fields of its shape.

Source: docs/data-files.md.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from jumelage.public.loading.rules.mistakes import Path
from jumelage.public.loading.rules.shape import Link, Once


@dataclass(frozen=True)
class Visit:
    """A field that is filled in: where, its definition, what stands there."""

    path: Path
    field: FieldInfo
    value: Any


def visits(shape: type[BaseModel], value: Any, path: Path) -> Iterator[Visit]:
    """Every filled field of `value` and of what it contains."""
    if not isinstance(value, dict):
        return
    for name, field in shape.model_fields.items():
        key = field.alias or name
        if value.get(key) is None:
            continue
        yield Visit((*path, key), field, value[key])
        if inner := _inner(field.annotation):
            for place, item in _items(value[key], (*path, key)):
                yield from visits(inner, item, place)


def keys_at(shape: type[BaseModel], path: Path) -> list[str]:
    """The keys that may stand at `path`."""
    current: type[BaseModel] | None = shape
    for step in path:
        if isinstance(step, str) and current:
            names = {field.alias or name: field for name, field in current.model_fields.items()}
            current = _inner(names[step].annotation) if step in names else None
    return [field.alias or name for name, field in current.model_fields.items()] if current else []


def links(found: Iterable[Visit]) -> Iterator[tuple[Path, str, str]]:
    """Path, kind and slug of every record that is named."""
    for visit in found:
        for link in (mark for mark in visit.field.metadata if isinstance(mark, Link)):
            for path, slug in _items(visit.value, visit.path):
                if isinstance(slug, str):
                    yield path, link.kind, slug


def doubles(found: Iterable[Visit]) -> Iterator[tuple[Path, Path, str]]:
    """Path of every entry that repeats another of its list, path of that one, what they share."""
    for visit in found:
        for once in (mark for mark in visit.field.metadata if isinstance(mark, Once)):
            first: dict[str, Path] = {}
            for path, item in _items(visit.value, visit.path):
                if isinstance(item, Mapping) and all(item.get(name) for name in once.fields):
                    key = repr([item[name] for name in once.fields])
                    if key in first:
                        yield path, first[key], ", ".join(once.fields)
                    first.setdefault(key, path)


def untranslated(
    value: Any, path: Path, known: Collection[str], wanted: Collection[str]
) -> Iterator[tuple[Path, list[str]]]:
    """Path of every text and page with a `known` language, and which `wanted` ones it lacks."""
    if isinstance(value, dict):
        missing = [code for code in wanted if code not in value]
        if missing and any(code in value for code in known):
            yield path, missing
        for key, item in value.items():
            yield from untranslated(item, (*path, key), known, wanted)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from untranslated(item, (*path, number), known, wanted)


def _items(value: Any, path: Path) -> list[tuple[Path, Any]]:
    if isinstance(value, list):
        return [((*path, number), item) for number, item in enumerate(value)]
    return [(path, value)]


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner(part))), None)
