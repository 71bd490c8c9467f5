"""What waits for somebody, gathered from the rooms."""

from datetime import date
from typing import Any

from django.db.models import Manager, QuerySet
from django.urls import reverse

from jumelage.foundation.kernel.declared import declared
from jumelage.foundation.kernel.waiting import Waiting

_EXAMPLES = 3


def waiting_for(user: Any, today: date) -> list[Waiting]:
    """What the rooms say waits for `user`, urgent lines first; lines of nothing are left out."""
    asked = (ask for ask in declared("queries", "waiting") if callable(ask))
    lines = [line for ask in asked for line in ask(user, today)]
    return sorted((line for line in lines if line.count), key=lambda line: not line.urgent)


def waiting_in(
    register: str, records: Manager[Any] | QuerySet[Any], *, title: Any, **chosen: Any
) -> Waiting:
    """The line `title` for these `records` of a register: how many, and the first three. 2 queries.

    `chosen` are filters of the register, `published=False`: only those count, and the line opens the list so filtered.
    """
    found = records.filter(**chosen)
    examples = tuple(
        (str(record), reverse("register-record", args=[register, record.slug]))
        for record in found[:_EXAMPLES]
    )
    address = reverse("register", args=[register], query=chosen)
    return Waiting(title=title, count=found.count(), address=address, examples=examples)
