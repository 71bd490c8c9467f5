"""Tables and budgets with their rows, in the reader's language."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from jumelage.foundation.questionnaires.choices import BUDGET
from jumelage.foundation.questionnaires.queries.inputs import Maker, errors_of, input_of
from jumelage.foundation.questionnaires.queries.shown import Input, Row, Rows
from jumelage.foundation.questionnaires.rules.budget import (
    AMOUNTS,
    LISTS,
    limits_of,
    most_to_ask_cents,
    totals_of,
)
from jumelage.foundation.questionnaires.rules.definition import Budget, Field, Kind, text_in
from jumelage.foundation.questionnaires.rules.posted import input_name

# Stands for the number of a row that a script will add.
NEW_ROW = "new"


def table_of(maker: Maker, field: Field, value: Any) -> Rows:
    """The rows of a table, one blank row at least."""
    rows: list[Mapping[str, Any]] = list(value or [])
    wanted = max(field.rows_least, 1)
    rows += [{}] * (wanted - len(rows))
    made = [_row(maker, field, number, row) for number, row in enumerate(rows)]
    return Rows(
        name=field.code,
        label=text_in(field.label, maker.language),
        rows=tuple(made),
        blank=_row(maker, field, NEW_ROW, {}),
        add=f"add:{field.code}" if len(made) < field.rows_most else "",
        most=field.rows_most,
        hint=text_in(field.help, maker.language),
    )


def _row(maker: Maker, field: Field, number: int | str, row: Mapping[str, Any]) -> Row:
    inputs = [
        input_of(
            maker,
            column,
            row.get(column.code),
            (field.code, number, column.code),
            errors_of(maker, field, (number, column.code)),
        )
        for column in field.columns
    ]
    anchor, remove = input_name(field.code, number), f"remove:{field.code}:{number}"
    return Row(number=number, inputs=tuple(inputs), anchor=anchor, remove=remove)


def budget_of(maker: Maker, field: Field, value: Any) -> dict[str, Any]:
    """The lists, amounts, sums and rules of a budget table, as a `Shown` takes them."""
    # A budget that is still being built has no categories yet.
    budget = field.budget or Budget()
    field = replace(field, budget=budget)
    answer: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
    limits = limits_of(budget, maker.context)
    totals = totals_of(budget, answer)
    # Of costs that nobody wrote yet, the share is not known: the cap is.
    unwritten = not totals.costs and limits.cap_cents is not None
    sums = {"costs": totals.costs, "income": totals.income, "in_kind": totals.in_kind}
    names = [name for name in LISTS if name != "in_kind" or budget.in_kind]
    rules = {
        "eligible": [cost.code for cost in budget.costs if cost.eligible],
        "cap": limits.cap_cents,
        "share": limits.share_percent,
        "language": maker.language,
    }
    return {
        "tables": tuple(_lines(maker, field, name, answer, sums[name]) for name in names),
        "parts": tuple(_amount(maker, field, name, answer) for name in AMOUNTS),
        "totals": totals,
        "most_cents": limits.cap_cents if unwritten else most_to_ask_cents(totals, limits),
        "end_errors": errors_of(maker, field, ("balance",)),
        "budget_json": json.dumps(rules),
    }


def _lines(maker: Maker, field: Field, name: str, answer: Mapping[str, Any], total: int) -> Rows:
    rows: list[Mapping[str, Any]] = list(answer.get(name) or [{}])
    made = [_line(maker, field, name, number, row) for number, row in enumerate(rows)]
    return Rows(
        name=name,
        label=str(BUDGET[name]),
        rows=tuple(made),
        blank=_line(maker, field, name, NEW_ROW, {}),
        add=f"add:{field.code}:{name}" if len(made) < field.rows_most else "",
        most=field.rows_most,
        errors=errors_of(maker, field, (name,)),
        total=total,
    )


def _line(maker: Maker, field: Field, name: str, number: int | str, row: Mapping[str, Any]) -> Row:
    at = (field.code, name, number)
    choices = getattr(field.budget, LISTS[name]) if LISTS[name] else ()
    inputs = []
    for cell in ("category", "label", "cents") if choices else ("label", "cents"):
        value = row.get(cell)
        # The sources of income are asked by another word than the categories of costs.
        word = "source" if cell == "category" and name == "income" else cell
        asked = Field(
            code=cell,
            kind={"category": Kind.CHOICE, "cents": Kind.MONEY}.get(cell, Kind.SHORT_TEXT),
            label={maker.language: str(BUDGET[word])},
            choices=choices if cell == "category" else (),
        )
        errors = errors_of(maker, field, (name, number, cell))
        inputs.append(input_of(maker, asked, value, (*at, cell), errors))
    anchor, remove = input_name(*at), f"remove:{field.code}:{name}:{number}"
    return Row(number=number, inputs=tuple(inputs), anchor=anchor, remove=remove)


def _amount(maker: Maker, field: Field, name: str, answer: Mapping[str, Any]) -> Input:
    label = {maker.language: str(BUDGET[name])}
    asked = Field(code=name, kind=Kind.MONEY, label=label, required=name == "ask_cents")
    errors = errors_of(maker, field, (name,))
    return input_of(maker, asked, answer.get(name), (field.code, name), errors)
