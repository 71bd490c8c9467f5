"""What a form is made of: sections, fields, choices, tables, the budget, conditions.

Source: Jumelage, issue 4, item 2. One frozen value for each part, as read from the JSON of a version or from a data
file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict
from pydantic import Field as Bound

Texts = Mapping[str, str]
Code = Annotated[str, Bound(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
_STRICT = ConfigDict(extra="forbid")
# Conditions look at answers by code ("country", "budget.ask_cents") and at what the room tells ("context.track").
CONTEXT = "context."


class Kind(StrEnum):
    """What a field asks; heading and note ask nothing."""

    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    COUNTRY = "country"
    PLACE = "place"
    ORGANISATION = "organisation"
    PERSON = "person"
    FILE = "file"
    TABLE = "table"
    BUDGET = "budget"
    STATEMENT = "statement"
    HEADING = "heading"
    NOTE = "note"


SILENT = frozenset({Kind.HEADING, Kind.NOTE})
CELLS = frozenset(
    {
        *(Kind.SHORT_TEXT, Kind.LONG_TEXT, Kind.NUMBER, Kind.MONEY, Kind.DATE),
        *(Kind.CHOICE, Kind.COUNTRY),
    }
)
TEXTUAL = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT})
# The parts of an answer that has several, in the order in which they are asked; a required one holds the first.
PARTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PLACE: ("name", "country"),
    Kind.ORGANISATION: ("name", "country", "number", "email"),
    Kind.PERSON: ("name", "role", "email", "phone"),
}


class Unit(StrEnum):
    """How a text is counted."""

    CHARACTERS = "characters"
    WORDS = "words"


class Operator(StrEnum):
    """How a condition compares."""

    EQ = "eq"
    NE = "ne"
    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    CONTAINS = "contains"
    ANSWERED = "answered"


@dataclass(frozen=True)
class Test:
    """One comparison: the answer `on` (a code, a code and a part, or "context.…") against `value`."""

    __test__: ClassVar[bool] = False  # not one of pytest's
    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    on: str
    op: Operator
    value: str | int | None = None


@dataclass(frozen=True)
class Group:
    """Several conditions: all of them, any of them, or none of them."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    join: Literal["all", "any", "none"]
    of: tuple["Test | Group", ...]


Condition = Test | Group


@dataclass(frozen=True)
class Choice:
    """One possibility, or one category of a budget."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    code: Code
    label: Texts
    help: Texts | None = None
    # For a category of costs: whether it counts for the share that may be asked.
    eligible: bool = True


@dataclass(frozen=True)
class Budget:
    """The budget table: categories of costs, sources of income, and the rules with the articles they apply.

    A cap or a share of the context ("cap_cents", "minimum_cents", "share_percent") goes before the one written here.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    costs: tuple[Choice, ...] = ()
    income: tuple[Choice, ...] = ()
    in_kind: bool = True
    cap_cents: int | None = None
    minimum_cents: int | None = None
    share_percent: int | None = None
    balance_article: str = ""
    cap_article: str = ""
    minimum_article: str = ""
    share_article: str = ""


@dataclass(frozen=True)
class Field:
    """What is asked. `limit` bounds a text in `unit`; `minimum` and `maximum` a number, euro cents or a day (ISO).

    A day is not before the answer to `not_before`: another date question or, in a table, another column.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    code: Code
    kind: Kind
    label: Texts
    help: Texts | None = None
    required: bool = False
    when: Condition | None = None
    article: str = ""
    limit: int | None = None
    unit: Unit = Unit.CHARACTERS
    minimum: int | str | None = None
    maximum: int | str | None = None
    not_before: str = ""
    decimals: int = 0
    choices: tuple[Choice, ...] = ()
    columns: tuple["Field", ...] = ()
    rows_least: int = 0
    rows_most: int = 20
    files_most: int = 1
    budget: Budget | None = None
    autocomplete: str = ""

    @property
    def asks(self) -> bool:
        """Whether it expects an answer."""
        return self.kind not in SILENT


@dataclass(frozen=True)
class Section:
    """One step of the form."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    code: Code
    title: Texts
    intro: Texts | None = None
    when: Condition | None = None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True)
class Definition:
    """A whole form."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    sections: tuple[Section, ...] = ()

    @property
    def fields(self) -> Iterator[Field]:
        """Every field, in order."""
        return (field for section in self.sections for field in section.fields)

    @cached_property
    def by_code(self) -> Mapping[str, Field]:
        """Every field by its code."""
        return {field.code: field for field in self.fields}

    @cached_property
    def section_codes(self) -> Mapping[str, str]:
        """The code of the section of each field."""
        return {field.code: section.code for section in self.sections for field in section.fields}

    def section(self, code: str) -> Section | None:
        """The section `code`; None when there is none."""
        return next((one for one in self.sections if one.code == code), None)


def text_in(texts: Texts | None, language: str) -> str:
    """The text in `language`, else the first that is written, else ""."""
    found = texts or {}
    return found.get(language) or next((text for text in found.values() if text), "")
