"""A condition chosen from lists: blocks of comparisons, joined by “all”, “any” or “none”."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.formbuilder.forms.compared import read_value, written_value
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.questionnaires.choices import BUDGET, CONTEXTS, JOINS, OPERATORS, PARTS
from jumelage.foundation.questionnaires.queries import answering as values
from jumelage.foundation.questionnaires.queries.answering import (
    CONTEXT,
    Condition,
    Definition,
    Field,
    Group,
    Kind,
    Operator,
    Test,
    tests_in,
    text_in,
)
from jumelage.foundation.questionnaires.queries.wording import reader
from jumelage.foundation.reference.queries import countries

BLOCKS, TESTS = 2, 4


class ConditionForm(forms.Form):
    """Up to two blocks of four comparisons; an empty form takes the condition away."""

    def __init__(
        self,
        definition: Definition,
        tracks: Mapping[str, Any],
        *args: Any,
        condition: Condition | None = None,
        **kwargs: Any,
    ) -> None:
        self.definition, self.tracks = definition, tracks
        kwargs.setdefault("initial", _first_values(condition, definition, tracks))
        super().__init__(*args, **kwargs)
        joins = list(JOINS.items())
        self.fields["join"] = forms.ChoiceField(label=_("Asked when"), choices=joins)
        on: Any = [("", "–"), *_looked_at(definition)]
        for block in range(BLOCKS):
            self.fields[f"join-{block}"] = forms.ChoiceField(label=_("of which"), choices=joins)
            for test in range(TESTS):
                name = f"{block}-{test}"
                self.fields |= _inputs(name, on)

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """The inputs, block by block."""
        names = ("on", "op", "value")
        return [
            {
                "join": self[f"join-{block}"],
                "tests": [[self[f"{n}-{block}-{t}"] for n in names] for t in range(TESTS)],
            }
            for block in range(BLOCKS)
        ]

    @property
    def values(self) -> list[str]:
        """What may be compared with: names of the tracks, words of every choice, names of countries."""
        words = [
            text_in(choice.label, reader())
            for field in self.definition.fields
            for choice in field.choices
        ]
        named = countries() if any(map(_asks_country, self.definition.fields)) else ()
        return list(
            dict.fromkeys(
                [*map(str, self.tracks.values()), *words, *(name for _code, name in named)]
            )
        )

    def clean(self) -> dict[str, Any]:
        """Values are read as the answers that they are compared with."""
        data: dict[str, Any] = super().clean() or {}
        for name, on in [(n[3:], data[n]) for n in list(data) if n.startswith("on-") and data[n]]:
            try:
                data[f"value-{name}"] = self._value(on, data.get(f"value-{name}", ""))
            except Refused as refusal:
                self.add_error(f"value-{name}", sentence(refusal))
        return data

    @property
    def condition(self) -> Condition | None:
        """What was chosen, as simple as it can be told; None when nothing was."""
        blocks = [
            Group(self.cleaned_data[f"join-{block}"], tests)
            for block in range(BLOCKS)
            if (tests := tuple(self._tests(block)))
        ]
        if not blocks:
            return None
        outer = self.cleaned_data["join"]
        simple = [b.of[0] if len(b.of) == 1 and b.join != "none" else b for b in blocks]
        if len(simple) == 1 and outer != "none":
            return simple[0]
        return Group(outer, tuple(simple))

    def _tests(self, block: int) -> Iterator[Test]:
        for test in range(TESTS):
            name = f"{block}-{test}"
            if on := self.cleaned_data[f"on-{name}"]:
                operator = Operator(self.cleaned_data[f"op-{name}"])
                value = self.cleaned_data[f"value-{name}"]
                yield Test(on, operator, None if operator is Operator.ANSWERED else value)

    def _value(self, on: str, text: str) -> int | str:
        return read_value(on, text, self.definition, self.tracks) if text else text


def _inputs(name: str, on: Any) -> dict[str, forms.Field]:
    operators = list(OPERATORS.items())
    return {
        f"on-{name}": forms.ChoiceField(label=_("What"), choices=on, required=False),
        f"op-{name}": forms.ChoiceField(label=_("Comparison"), choices=operators, required=False),
        f"value-{name}": forms.CharField(
            label=_("With"), required=False, widget=forms.TextInput({"list": "values"})
        ),
    }


def _asks_country(field: Field) -> bool:
    return field.kind is Kind.COUNTRY or "country" in values.PARTS.get(field.kind, ())


def fits(condition: Condition | None) -> bool:
    """Whether the lists can show a condition: a deeper one is changed in the file."""
    outer = _as_blocks(condition)
    blocks_fit = len(outer.of) <= BLOCKS
    return blocks_fit and all(
        isinstance(test, Test) for block in outer.of for test in _tests_of(block)
    )


def _looked_at(definition: Definition) -> Iterator[tuple[str, str]]:
    for word, label in CONTEXTS.items():
        yield f"{CONTEXT}{word}", str(label)
    for field in definition.fields:
        if field.asks:
            label = text_in(field.label, reader())
            yield field.code, label
            parts = {part: PARTS[part] for part in values.PARTS.get(field.kind, ())}
            if field.kind is Kind.BUDGET:
                parts = {part: BUDGET[part] for part in ("ask_cents", "own_cents")}
            yield from (
                (f"{field.code}.{part}", f"{label}: {word}") for part, word in parts.items()
            )


def _as_blocks(condition: Condition | None) -> Group:
    if condition is None:
        return Group("all", ())
    if isinstance(condition, Test) or all(isinstance(part, Test) for part in condition.of):
        return Group("all", (condition,))
    return condition


def _tests_of(block: Condition) -> tuple[Condition, ...]:
    return (block,) if isinstance(block, Test) else block.of


def _first_values(
    condition: Condition | None, definition: Definition, tracks: Mapping[str, Any]
) -> dict[str, Any]:
    outer = _as_blocks(condition)
    first: dict[str, Any] = {"join": outer.join}
    for number, block in enumerate(outer.of[:BLOCKS]):
        first[f"join-{number}"] = "all" if isinstance(block, Test) else block.join
        for place, test in enumerate(tests_in(block)):
            first |= {
                f"on-{number}-{place}": test.on,
                f"op-{number}-{place}": test.op,
                f"value-{number}-{place}": written_value(test, definition, tracks),
            }
    return first
