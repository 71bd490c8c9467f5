"""A part of a form as texts by name, so that two editors' versions of it can be compared.

Source: Jumelage, issue 4, item 2: two editors on one working copy are refused with both texts shown.
"""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from jumelage.foundation.questionnaires.queries.answering import Field, Section


def texts_of(part: Section | Field) -> dict[str, str]:
    """Each text, rule and choice by its path ("label.fr", "choices.women.label.nl"); fields of a section apart."""
    told = {name: value for name, value in asdict(part).items() if name not in {"fields", "code"}}
    return dict(_walk(told, ()))


def _walk(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _walk(inner, (*path, str(name)))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            name = inner.get("code", "") if isinstance(inner, dict) else ""
            yield from _walk(inner, (*path, name or str(number + 1)))
    elif value is not None:
        yield ".".join(path), str(value)
