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
        at = tuple(_steps(value, first.place))
        raise wrong(first.code, {**first.details, "at": at}) from None
    return value


def _steps(sections: list[Any], place: tuple[str, ...]) -> Iterator[str | int]:
    """The place of a part (its codes) as steps in what is written, as far as they lead."""
    parts: Any = sections
    for code in place:
        found = (
            n
            for n, one in enumerate(parts or [])
            if isinstance(one, dict) and one.get("code") == code
        )
        number = next(found, None)
        if number is None:
            return
        yield number
        parts = parts[number].get("fields")
        if parts:
            yield "fields"


class FormFile(Shape):
    """forms/<slug>.yaml: a form with its sections; what they hold is read as the desk reads it."""

    slug: Slug
    title: Text
    description: Text = Field(default_factory=dict)
    sections: Annotated[list[Any], AfterValidator(_sections)]
