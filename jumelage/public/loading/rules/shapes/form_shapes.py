"""Forms that applicants fill in, as a person writes them.

Source: docs/data-files.md.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.queries.answering import read_definition
from jumelage.public.loading.rules.shape import Shape, Slug, Text, wrong


def _sections(value: list[Any]) -> list[Any]:
    try:
        read_definition({"sections": value})
    except Refused as refusal:
        first = refusal.details["mistakes"][0]
        at = tuple(_steps(value, first.place, first.details.get("key", "")))
        raise wrong(first.code, {**first.details, "at": at}) from None
    return value


def _steps(sections: list[Any], place: tuple[str, ...], key: str) -> Iterator[str | int]:
    """The place of a mistake (the codes around it, and its `key`) as steps in what is written, as far as they lead."""
    part: Any = {"fields": sections}
    for depth, code in enumerate(place[:-1] if place[-1:] == (key,) else place):
        number = _number(part, code)
        if number is None:
            yield code
            return
        if depth:
            yield "fields"
        yield number
        part = part["fields"][number]
    yield key


def _number(part: Any, code: str) -> int | None:
    """Which field of a part has this code; one without a code is called by its place, from 1."""
    fields = part.get("fields") if isinstance(part, dict) else None
    for number, one in enumerate(fields if isinstance(fields, list) else []):
        own = one.get("code") if isinstance(one, dict) else None
        if code == (own if isinstance(own, str) and own else str(number + 1)):
            return number
    return None


class FormFile(Shape):
    """forms/<slug>.yaml: a form with its sections; what they hold is read as the desk reads it."""

    slug: Slug
    title: Text
    description: Text = Field(default_factory=dict)
    sections: Annotated[list[Any], AfterValidator(_sections)]
