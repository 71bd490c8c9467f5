"""Deposits of an application, and what its receipt says."""

import json
from typing import Any

from jumelage.programmes.applications.models import Application, CompletionWindow, Deposit


def standing_deposit(application: Application) -> Deposit | None:
    """The deposit that stands; None of a draft or a withdrawn application. 1 query."""
    return application.deposits.filter(withdrawn_at=None).first()


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
