"""The budget table: costs by category, income by source, own contribution, what is given in kind, and the sum asked.

Source: Jumelage, issue 4, item 2: a budget must balance; what is asked stays within a cap in euro and within a share
of the eligible costs; each message cites the article it applies. What is given in kind is told apart: it stands on
both sides for the same value, so that it neither unbalances the budget nor raises what may be asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jumelage.foundation.questionnaires.rules.definition import Budget

# The lists of a budget, each with the name of the list of choices that its lines take their category from.
LISTS = {"costs": "costs", "income": "income", "in_kind": ""}
AMOUNTS = ("own_cents", "ask_cents")
_PERCENT = 100


@dataclass(frozen=True)
class Limits:
    """What may be asked: `minimum_cents` to `cap_cents` (euro cents), at most `share_percent` (0 to 100).

    None: no such limit.
    """

    cap_cents: int | None = None
    minimum_cents: int | None = None
    share_percent: int | None = None


@dataclass(frozen=True)
class Totals:
    """The sums of a budget in euro cents. `unreadable`: an amount could not be read, so that sums are partial."""

    costs: int = 0
    eligible: int = 0
    income: int = 0
    own: int = 0
    ask: int | None = None
    in_kind: int = 0
    unreadable: bool = False

    @property
    def resources(self) -> int:
        """Income, own contribution and what is asked, in euro cents."""
        return self.income + self.own + (self.ask or 0)

    @property
    def gap(self) -> int:
        """Costs without resources, in euro cents; negative when resources are higher."""
        return self.costs - self.resources


@dataclass(frozen=True)
class Finding:
    """What is wrong with a budget: where (part, row, cell), the code and details of its sentence, the article."""

    code: str
    part: str
    row: int | None = None
    cell: str = ""
    article: str = ""
    details: tuple[tuple[str, Any], ...] = ()


def limits_of(budget: Budget, context: Mapping[str, Any]) -> Limits:
    """The limits in force: those that the context tells, else those of the form."""
    told = {
        name: context.get(name) if context.get(name) is not None else getattr(budget, name)
        for name in ("cap_cents", "minimum_cents", "share_percent")
    }
    return Limits(**told)


def totals_of(budget: Budget, value: Any) -> Totals:
    """The sums of an answer; an amount that is not there counts for nothing, an unreadable one is told."""
    answer = value if isinstance(value, Mapping) else {}
    eligible = {cost.code for cost in budget.costs if cost.eligible}
    costs, income = _rows(answer, "costs"), _rows(answer, "income")
    amounts = [row.get("cents") for name in LISTS for row in _rows(answer, name)]
    amounts += [answer.get(name) for name in AMOUNTS]
    return Totals(
        costs=_sum(costs),
        eligible=_sum([row for row in costs if row.get("category") in eligible]),
        income=_sum(income),
        own=_cents(answer.get("own_cents")) or 0,
        ask=_cents(answer.get("ask_cents")),
        in_kind=_sum(_rows(answer, "in_kind")) if budget.in_kind else 0,
        unreadable=any(isinstance(amount, Mapping) for amount in amounts),
    )


def most_to_ask_cents(totals: Totals, limits: Limits) -> int | None:
    """The highest sum in euro cents that may be asked with these costs; None without limits."""
    most = [] if limits.cap_cents is None else [limits.cap_cents]
    if limits.share_percent is not None:
        most.append(totals.eligible * limits.share_percent // _PERCENT)
    return min(most, default=None)


def findings(budget: Budget, value: Any, limits: Limits) -> list[Finding]:
    """Everything that keeps a budget from being handed in: lines first, then balance, cap, minimum and share."""
    answer = value if isinstance(value, Mapping) else {}
    found = list(_lines(answer))
    totals = totals_of(budget, answer)
    if totals.unreadable:
        return found
    if not totals.costs:
        found.append(Finding("answer-budget-costs", "costs"))
    if totals.ask is None:
        found.append(Finding("answer-budget-ask", "ask_cents"))
        return found
    return [*found, *_balance(budget, totals), *_asked(budget, totals, limits)]


def _balance(budget: Budget, totals: Totals) -> Iterator[Finding]:
    if totals.gap and totals.costs:
        details = (
            ("costs", totals.costs),
            ("resources", totals.resources),
            ("gap", abs(totals.gap)),
        )
        code = "answer-budget-short" if totals.gap > 0 else "answer-budget-surplus"
        yield Finding(code, "balance", article=budget.balance_article, details=details)


def _asked(budget: Budget, totals: Totals, limits: Limits) -> Iterator[Finding]:
    ask = totals.ask or 0
    if limits.cap_cents is not None and ask > limits.cap_cents:
        details = (("ask", ask), ("cap", limits.cap_cents))
        yield Finding("answer-budget-cap", "ask_cents", article=budget.cap_article, details=details)
    if limits.minimum_cents is not None and ask < limits.minimum_cents:
        details = (("ask", ask), ("minimum", limits.minimum_cents))
        article = budget.minimum_article
        yield Finding("answer-budget-minimum", "ask_cents", article=article, details=details)
    share = limits.share_percent
    if share is not None and ask * _PERCENT > totals.eligible * share:
        most = totals.eligible * share // _PERCENT
        shared = (("ask", ask), ("eligible", totals.eligible), ("most", most), ("percent", share))
        article = budget.share_article
        yield Finding("answer-budget-share", "ask_cents", article=article, details=shared)


def _lines(answer: Mapping[str, Any]) -> Iterator[Finding]:
    for part in LISTS:
        for number, row in enumerate(_rows(answer, part)):
            # A line that was just added holds nothing yet.
            yield from _line(part, number, row) if row else ()
    for name in AMOUNTS:
        if isinstance(answer.get(name), Mapping):
            yield Finding("answer-money-unreadable", name, details=_raw(answer[name]))


def _line(part: str, number: int, row: Mapping[str, Any]) -> Iterator[Finding]:
    cents = row.get("cents")
    if isinstance(cents, Mapping):
        yield Finding("answer-money-unreadable", part, number, "cents", details=_raw(cents))
    elif cents is None:
        yield Finding("answer-budget-amount", part, number, "cents")
    if LISTS[part] and not row.get("category"):
        yield Finding("answer-budget-category", part, number, "category")


def _raw(value: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return (("text", value.get("raw", "")),)


def _rows(answer: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    return [row for row in answer.get(name) or () if isinstance(row, Mapping)]


def _sum(rows: Sequence[Mapping[str, Any]]) -> int:
    return sum(_cents(row.get("cents")) or 0 for row in rows)


def _cents(value: Any) -> int | None:
    return value if isinstance(value, int) else None
