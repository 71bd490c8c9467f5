"""What a page shows of a section: plain values for templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jumelage.foundation.questionnaires.rules.budget import Totals
from jumelage.foundation.questionnaires.rules.definition import Field, Section


@dataclass(frozen=True, kw_only=True)
class Input:
    """One input: `value` as it is shown, `errors` as sentences; `described` names what describes it."""

    name: str
    kind: str
    label: str
    value: str = ""
    hint: str = ""
    errors: tuple[str, ...] = ()
    required: bool = False
    choices: tuple[tuple[str, str, bool, str], ...] = ()
    mode: str = ""
    autocomplete: str = ""
    limit: int | None = None
    unit: str = ""
    count: int = 0

    @property
    def described(self) -> str:
        """Identities of the hint, the counter and the errors."""
        ids = [f"{self.name}-hint"] if self.hint else []
        ids += [f"{self.name}-count"] if self.limit else []
        return " ".join([*ids, f"{self.name}-error"] if self.errors else ids)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a table; `remove` is what the button that takes it away sends."""

    number: int | str
    inputs: tuple[Input, ...]
    anchor: str
    remove: str


@dataclass(frozen=True, kw_only=True)
class Rows:
    """A list of rows: `add` is what the button for one more sends, "" when it is full; `blank` is for scripts."""

    name: str
    label: str
    rows: tuple[Row, ...]
    blank: Row
    add: str
    most: int
    hint: str = ""
    errors: tuple[str, ...] = ()
    total: int | None = None


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A field on the page. `when` is its condition as scripts read it, `unmet` says that it does not hold now."""

    field: Field
    name: str
    label: str
    hint: str
    errors: tuple[str, ...] = ()
    when: str = ""
    when_words: str = ""
    unmet: bool = False
    input: Input | None = None
    parts: tuple[Input, ...] = ()
    tables: tuple[Rows, ...] = ()
    totals: Totals | None = None
    most_cents: int | None = None
    budget_json: str = ""
    end_errors: tuple[str, ...] = ()
    files: Sequence[Any] = ()

    @property
    def kind(self) -> str:
        """Its kind, which is the name of its template."""
        return str(self.field.kind)

    @property
    def described(self) -> str:
        """Identities of the hint and the errors of a group of inputs."""
        ids = [f"{self.name}-hint"] if self.hint else []
        return " ".join([*ids, f"{self.name}-error"] if self.errors else ids)


@dataclass(frozen=True, kw_only=True)
class Page:
    """A section as shown; `known` and `context` let scripts work out conditions on what stands elsewhere."""

    section: Section
    title: str
    intro: str
    fields: tuple[Shown, ...]
    known: str
    context: str
