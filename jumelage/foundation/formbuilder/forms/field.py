"""One question with its lists, as a single thing to save."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory

from jumelage.foundation.formbuilder.forms.parts import (
    BudgetForm,
    ChoiceForm,
    FieldForm,
    HelpedChoiceForm,
    choice_lists,
    spread,
)
from jumelage.foundation.formbuilder.rules.editing import code_from
from jumelage.foundation.questionnaires.queries.answering import (
    Budget,
    Choice,
    Field,
    text_in,
    written_money,
)
from jumelage.foundation.questionnaires.queries.wording import reader

_AMOUNTS = ("cap_cents", "minimum_cents")
_Choices: type[BaseFormSet[ChoiceForm]] = formset_factory(ChoiceForm, extra=3, can_delete=True)
_HelpedChoices: type[BaseFormSet[ChoiceForm]] = formset_factory(
    HelpedChoiceForm, extra=3, can_delete=True
)


class FieldEditor:
    """The inputs of a question, of its choices and of its budget, read and judged together.

    A choice has a help where it is shown: not in a column, nor in a budget, where one chooses from a closed list.
    """

    def __init__(
        self,
        field: Field,
        data: Mapping[str, Any] | None,
        *,
        is_column: bool = False,
        days: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.field = field
        self.main = FieldForm(field, data, days=days)
        self.budget = (
            BudgetForm(data, initial=_budget_values(field.budget)) if field.budget else None
        )
        helped = not is_column and not field.budget
        formsets = _HelpedChoices if helped else _Choices
        self.lists = {
            name: (heading, formsets(data, prefix=name, initial=_choice_values(choices)))
            for name, (heading, choices) in choice_lists(field).items()
        }

    def is_valid(self) -> bool:
        """Whether all of it can be read."""
        # Each is asked, so that each shows what it refuses.
        return not [one for one in self._all() if not one.is_valid()]

    def add_error(self, name: str | None, words: str) -> None:
        """Something is refused."""
        self.main.add_error(name, words)

    @property
    def errors(self) -> bool:
        """Whether something cannot be read, or is refused."""
        return any(any(one.errors) for one in self._all())

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The inputs of the question and of its budget."""
        return [*self.main.groups, *(self.budget.groups if self.budget else [])]

    @property
    def choices(self) -> list[dict[str, Any]]:
        """The lists: heading, formset, whether costs say if they are eligible."""
        return [
            {"heading": heading, "formset": formset, "costs": name == "costs"}
            for name, (heading, formset) in self.lists.items()
        ]

    def non_field_errors(self) -> Any:
        """What is refused as a whole."""
        return self.main.non_field_errors()

    def applied(self, field: Field) -> Field:
        """`field` with what was written."""
        before = choice_lists(field)
        lists = {name: _read(these, before[name][1]) for name, (_, these) in self.lists.items()}
        told = replace(field, **self.main.told)
        if self.budget and field.budget:
            rules: dict[str, Any] = {**self.budget.cleaned_data, **lists}
            return replace(told, budget=replace(field.budget, **rules))
        return replace(told, choices=lists["choices"]) if lists else told

    def _all(self) -> list[Any]:
        formsets: list[Any] = [formset for _, formset in self.lists.values()]
        return [self.main, *([self.budget] if self.budget else []), *formsets]


def _choice_values(choices: tuple[Choice, ...]) -> list[dict[str, Any]]:
    return [
        {
            "code": one.code,
            "order": number,
            "eligible": one.eligible,
            **spread({"label": one.label, "help": one.help}),
        }
        for number, one in enumerate(choices, start=1)
    ]


def _budget_values(budget: Budget) -> dict[str, Any]:
    told = {name: getattr(budget, name) for name in BudgetForm.base_fields}
    amounts = {name: written_money(told[name]) for name in _AMOUNTS if told[name] is not None}
    return {**told, **amounts}


def _read(formset: BaseFormSet[ChoiceForm], before: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices in their order; one without words, or marked, is taken out. A help that is not asked stays."""
    helps = {one.code: one.help for one in before}
    kept: list[tuple[int, Choice]] = []
    taken = {str(one.cleaned_data.get("code")) for one in formset.forms}
    for number, one in enumerate(formset.forms, start=1):
        label = one.translated("label") if one.cleaned_data else {}
        if not label or one.cleaned_data.get(forms.formsets.DELETION_FIELD_NAME):
            continue
        code = one.cleaned_data["code"] or code_from(text_in(label, reader()), taken)
        taken.add(code)
        eligible = one.cleaned_data["eligible"] or formset.prefix != "costs"
        # A new one goes last, unless it says where.
        place = one.cleaned_data["order"] or number * 1000
        help_ = (one.translated("help") or None) if "help" in one.texts else helps.get(code)
        kept.append((place, Choice(code, label, help_, eligible)))
    return tuple(choice for _, choice in sorted(kept, key=lambda pair: pair[0]))
