"""Deposits of an application, and what its receipt says."""

import json
from collections.abc import Mapping
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from jumelage.programmes.applications.models import Application, CompletionWindow, Deposit


def bring_history(application: Application) -> None:
    """Keep deposits and completions with `application`, so that nothing on its page asks for them again. 2 queries."""
    deposits = Deposit.objects.select_related("by", "withdrawn_by")
    windows = CompletionWindow.objects.select_related("opened_by", "completed_by", "deposit")
    found = Prefetch("deposits", deposits), Prefetch("windows", windows)
    prefetch_related_objects([application], *found)


def standing_deposit(application: Application) -> Deposit | None:
    """The deposit that stands; None of a draft or a withdrawn application. 1 query, none after `bring_history`."""
    deposits = application.deposits.all()
    return next((one for one in deposits if one.withdrawn_at is None), None)


def deposits_of(application: Application) -> list[Deposit]:
    """Every deposit, the last first, those withdrawn included. 1 query."""
    return list(application.deposits.select_related("by", "withdrawn_by"))


def completions_of(application: Application) -> list[CompletionWindow]:
    """Every completion asked for, the last first. 1 query."""
    return list(application.windows.select_related("opened_by", "completed_by", "deposit"))


def content_of(application: Application) -> dict[str, Any] | None:
    """What stands deposited now: the deposit as its last completion left it; None without one. 2 queries."""
    deposit = standing_deposit(application)
    if deposit is None:
        return None
    completed = deposit.windows.exclude(completed_at=None).order_by("-completed_at").first()
    found: dict[str, Any] = json.loads(completed.content if completed else deposit.content)
    return found


def asked_cents(content: Mapping[str, Any]) -> int | None:
    """What the budget in a frozen `content` asks, in euro cents; None where the form has no budget."""
    budgets = (one for one in content.get("answers", {}).values() if isinstance(one, Mapping))
    found = (budget.get("ask_cents") for budget in budgets)
    return next((cents for cents in found if isinstance(cents, int)), None)
