"""Questions asked of the journal."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection, models

from jumelage.foundation.audit.models import Entry

_LAST_PUBLIC = "SELECT id FROM audit_entry WHERE public ORDER BY id DESC LIMIT 1"


def line_of(entry: Entry) -> dict[str, Any]:
    """What the digest of a line covers: everything but the digest itself."""
    return {
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "act": entry.act,
        "record": entry.record,
        "reason": entry.reason,
        "details": entry.details,
        "public": entry.public,
    }


def publication_stamp() -> int:
    """Number of the last line that changed what anonymous visitors see; 0 before the first.

    Numbers are given under the lock of the chain's head, so a later commit always has a higher stamp.
    Asked at every request: hence the bare statement, which one small index answers.
    """
    with connection.cursor() as cursor:
        cursor.execute(_LAST_PUBLIC)
        last = cursor.fetchone()
    return last[0] if last else 0


def history_of(record: models.Model) -> models.QuerySet[Entry]:
    """The lines about one record, the newest first."""
    return Entry.objects.filter(record=f"{record._meta.label_lower}:{record.pk}").order_by("-id")


def acts_of(actor: models.Model) -> models.QuerySet[Entry]:
    """The lines of what one person did, the oldest first."""
    return Entry.objects.filter(actor=str(actor.pk)).order_by("id")


def last_change_of(records: Iterable[models.Model]) -> datetime | None:
    """When the journal last spoke of any of `records`; None when it never did."""
    names = [f"{record._meta.label_lower}:{record.pk}" for record in records]
    found: datetime | None = Entry.objects.filter(record__in=names).aggregate(at=models.Max("at"))["at"]
    return found
