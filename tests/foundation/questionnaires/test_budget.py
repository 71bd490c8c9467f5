"""The budget: it balances, it stays within its limits, and each message cites its article."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.foundation.questionnaires.rules.budget import (
    Budget,
    Limits,
    findings,
    limits_of,
    most_to_ask_cents,
    totals_of,
)
from tests.foundation.questionnaires.forms import BUDGET, form, words

FIELD = form({"code": "b", "kind": "budget", "label": words("b"), "budget": BUDGET}).by_code["b"]
assert FIELD.budget
RULES: Budget = FIELD.budget


def line(cents: Any, category: str | None = "travel") -> dict[str, Any]:
    return {"category": category, "label": "x", "cents": cents} if category else {"cents": cents}


def told(value: Any, limits: Limits | None = None) -> list[tuple[str, str, str]]:
    return [(f.code, f.part, f.article) for f in findings(RULES, value, limits or Limits())]


GOOD = {
    "costs": [line(100_000), line(20_000, "running")],
    "income": [line(30_000, "gifts")],
    "in_kind": [{"label": "Salle", "cents": 50_000}],
    "own_cents": 10_000,
    "ask_cents": 80_000,
}


def test_sums() -> None:
    totals = totals_of(RULES, GOOD)
    assert (totals.costs, totals.eligible, totals.income, totals.own) == (
        120_000,
        100_000,
        30_000,
        10_000,
    )
    assert (totals.ask, totals.in_kind, totals.resources, totals.gap) == (
        80_000,
        50_000,
        120_000,
        0,
    )


def test_a_good_budget_passes() -> None:
    assert told(GOOD, Limits(cap_cents=80_000, minimum_cents=80_000, share_percent=80)) == []


def test_what_is_given_in_kind_neither_unbalances_nor_raises_the_share() -> None:
    more = {**GOOD, "in_kind": [{"label": "Salle", "cents": 5_000_000}]}
    assert told(more) == []
    assert most_to_ask_cents(totals_of(RULES, more), Limits(share_percent=80)) == 80_000


def test_in_kind_is_not_counted_where_it_is_not_asked() -> None:
    rules = (
        form(
            {
                "code": "b",
                "kind": "budget",
                "label": words("b"),
                "budget": {**BUDGET, "in_kind": False},
            }
        )
        .by_code["b"]
        .budget
    )
    assert rules
    assert totals_of(rules, GOOD).in_kind == 0


@pytest.mark.parametrize(
    ("change", "limits", "expected"),
    [
        ({"own_cents": 0}, Limits(), ("answer-budget-short", "balance", "6.1")),
        ({"own_cents": 20_000}, Limits(), ("answer-budget-surplus", "balance", "6.1")),
        ({}, Limits(cap_cents=79_999), ("answer-budget-cap", "ask_cents", "6.2")),
        ({}, Limits(minimum_cents=80_001), ("answer-budget-minimum", "ask_cents", "6.3")),
        ({}, Limits(share_percent=79), ("answer-budget-share", "ask_cents", "6.4")),
    ],
)
def test_each_rule_cites_its_article(
    change: dict[str, Any], limits: Limits, expected: tuple[str, str, str]
) -> None:
    assert told({**GOOD, **change}, limits) == [expected]


def test_an_empty_budget_says_what_to_begin_with() -> None:
    assert told({}) == [
        ("answer-budget-costs", "costs", ""),
        ("answer-budget-ask", "ask_cents", ""),
    ]
    assert told(None)[0][0] == "answer-budget-costs"
    assert told({"ask_cents": 5}) == [("answer-budget-costs", "costs", "")]


def test_lines_are_told_by_their_place() -> None:
    value = {
        "costs": [line({"raw": "douze"}), line(None), line(500, None)],
        "in_kind": [{"label": "Salle"}],
        "ask_cents": {"raw": "?"},
    }
    found = [(f.code, f.part, f.row, f.cell) for f in findings(RULES, value, Limits())]
    assert found == [
        ("answer-money-unreadable", "costs", 0, "cents"),
        ("answer-budget-amount", "costs", 1, "cents"),
        ("answer-budget-category", "costs", 2, "category"),
        ("answer-budget-amount", "in_kind", 0, "cents"),
        ("answer-money-unreadable", "ask_cents", None, ""),
    ]
    # Sums of amounts that cannot be read would mislead: the balance waits.
    assert totals_of(RULES, value).unreadable


def test_an_added_blank_line_is_not_a_mistake() -> None:
    assert told({**GOOD, "costs": [*GOOD["costs"], {}]}) == []


def test_the_context_goes_before_the_form() -> None:
    field = form(
        {
            "code": "b",
            "kind": "budget",
            "label": words("b"),
            "budget": {**BUDGET, "cap_cents": 5, "share_percent": 50},
        }
    ).by_code["b"]
    assert field.budget
    limits = limits_of(field.budget, {"cap_cents": 800_000, "share_percent": None})
    assert limits == Limits(cap_cents=800_000, share_percent=50)
    assert most_to_ask_cents(totals_of(field.budget, GOOD), limits) == 50_000
    assert most_to_ask_cents(totals_of(field.budget, GOOD), Limits()) is None


AMOUNT = st.integers(0, 10**9)
ROWS = st.lists(st.builds(line, AMOUNT, st.sampled_from(["travel", "running"])), max_size=8)


@given(ROWS, st.lists(st.builds(line, AMOUNT, st.just("gifts")), max_size=5), AMOUNT, AMOUNT)
def test_balance_is_exact(costs: Any, income: Any, own: int, ask: int) -> None:
    value = {"costs": costs, "income": income, "own_cents": own, "ask_cents": ask}
    totals = totals_of(RULES, value)
    assert (
        totals.gap == sum(r["cents"] for r in costs) - sum(r["cents"] for r in income) - own - ask
    )
    codes = {code for code, _, _ in told(value)}
    if totals.costs:
        assert ("answer-budget-short" in codes) == (totals.gap > 0)
        assert ("answer-budget-surplus" in codes) == (totals.gap < 0)


@given(ROWS, AMOUNT, st.integers(1, 100), AMOUNT)
def test_the_most_that_may_be_asked_passes_and_one_cent_more_does_not(
    costs: Any, own: int, share: int, cap: int
) -> None:
    limits = Limits(cap_cents=cap, share_percent=share)
    most = most_to_ask_cents(totals_of(RULES, {"costs": costs}), limits)
    assert most is not None

    def codes(ask: int) -> set[str]:
        value = {"costs": costs, "own_cents": own, "ask_cents": ask}
        return {code for code, _, _ in told(value, limits)}

    over = {"answer-budget-cap", "answer-budget-share"}
    assert not codes(most) & over
    assert codes(most + 1) & over
