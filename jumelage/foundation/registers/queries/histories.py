"""The history of one record, for the staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from jumelage.foundation.accounts.models import User
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.audit.queries import history_of


@dataclass(frozen=True)
class Told:
    """A line of the history: when, by whom ("" is the system), which act, on which fields."""

    at: datetime
    who: str
    act: str
    new: bool
    fields: tuple[str, ...]
    reason: str


def lines_of(record: models.Model) -> models.QuerySet[Entry]:
    """The journal's lines about `record`, the newest first."""
    return history_of(record)


def told(lines: Any) -> list[Told]:
    """The same for reading, with the names of those who acted, in one query."""
    rows = list(lines)
    people = {str(user.pk): str(user) for user in User.objects.filter(pk__in=_numbers(rows))}
    return [
        Told(
            row.at,
            people.get(row.actor, ""),
            row.act.partition(".")[2],
            bool(row.details.get("new")),
            tuple(row.details.get("fields", [])),
            row.reason,
        )
        for row in rows
    ]


def _numbers(rows: list[Entry]) -> set[int]:
    return {int(row.actor) for row in rows if row.actor.isdecimal()}
