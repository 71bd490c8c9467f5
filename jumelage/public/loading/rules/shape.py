"""What the records of the data files are made of: texts, days, codes, links.

Source: docs/data-files.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Annotated, Any, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from jumelage.foundation.kernel.errors import Refused
from jumelage.public.loading.rules.mistakes import unknown


@dataclass(frozen=True)
class Rulebook:
    """What the installation decides: its languages, its codes by kind (as written → as kept).

    The files that stand beside the data files are codes too, of the kind "file".
    `read_day` and `read_period` raise Refused with the codes of those types.
    """

    languages: tuple[str, ...]
    required: tuple[str, ...]
    codes: Mapping[str, Mapping[str, str]]
    read_day: Callable[[str], Any]
    read_period: Callable[[Any, Any], Any]


@dataclass(frozen=True)
class Link:
    """The field names one record, or several, of this kind."""

    kind: str


@dataclass(frozen=True)
class Once:
    """No two records of the list share these fields."""

    fields: tuple[str, ...]


class Shape(BaseModel):
    """A record of a file: known keys only, nothing converted silently."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def wrong(code: str, details: Mapping[str, Any]) -> PydanticCustomError:
    """A mistake that pydantic collects with the others."""
    return PydanticCustomError(code, "{code}", {"code": code, **details})


def _book(info: ValidationInfo) -> Rulebook:
    return cast(Rulebook, info.context)


def _text(value: Any, info: ValidationInfo) -> dict[str, str]:
    book = _book(info)
    if not isinstance(value, dict):
        raise wrong("type-languages", {"languages": ", ".join(book.languages)})
    for code, words in value.items():
        if code not in book.languages:
            raise wrong(*unknown("language-unknown", code, book.languages))
        if not isinstance(words, str) or not words.strip():
            raise wrong("language-blank", {"language": code})
    if missing := [code for code in book.required if code not in value]:
        raise wrong("language-missing", {"languages": ", ".join(missing)})
    return {code: value[code].strip() for code in book.languages if code in value}


def _day(value: Any, info: ValidationInfo) -> Any:
    if value is None:
        return None
    if not isinstance(value, str):
        raise wrong("date-unquoted", {"date": value})
    try:
        return _book(info).read_day(value)
    except Refused as refusal:
        raise wrong(refusal.code, refusal.details) from None


def _slug(value: str) -> str:
    if not value or not set(value) <= set("abcdefghijklmnopqrstuvwxyz0123456789-"):
        raise wrong("slug-unfit", {"slug": value})
    return value


def one_of(kind: str) -> Any:
    """The type of a code of this kind."""

    def known(value: str, info: ValidationInfo) -> str:
        codes = _book(info).codes[kind]
        if value not in codes:
            raise wrong(
                *unknown(
                    "code-unknown",
                    value,
                    codes,
                    known=shorten(", ".join(codes), 300, placeholder=" …"),
                )
            )
        return str(codes[value])

    return AfterValidator(known)


Text = Annotated[dict[str, str], BeforeValidator(_text)]
Day = Annotated[Any, BeforeValidator(_day)]
Slug = Annotated[str, AfterValidator(_slug)]


class Dated(Shape):
    """From a day to another, each partial or unknown."""

    start: Day = None
    end: Day = None

    @model_validator(mode="after")
    def _in_order(self, info: ValidationInfo) -> "Dated":
        try:
            _book(info).read_period(self.start, self.end)
        except Refused as refusal:
            details = {name: str(value) for name, value in refusal.details.items()}
            raise wrong(refusal.code, {**details, "at": ("end",)}) from None
        return self
