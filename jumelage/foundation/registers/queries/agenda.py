"""What waits for somebody, gathered from the rooms."""

from datetime import date
from typing import Any

from jumelage.foundation.kernel.waiting import Waiting
from jumelage.foundation.registers.queries.registry import declared


def waiting_for(user: Any, today: date) -> list[Waiting]:
    """What the rooms say waits for `user`, urgent lines first; lines of nothing are left out."""
    asked = (ask for ask in declared("queries", "waiting") if callable(ask))
    lines = [line for ask in asked for line in ask(user, today)]
    return sorted((line for line in lines if line.count), key=lambda line: not line.urgent)
