"""Questions asked of the journal."""

from typing import Any

from django.db import models

from jumelage.foundation.audit.models import Entry


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
    """
    last = Entry.objects.filter(public=True).order_by("-id").values_list("id", flat=True).first()
    return last or 0


def history_of(record: models.Model) -> models.QuerySet[Entry]:
    """The lines about one record, the newest first."""
    return Entry.objects.filter(record=f"{record._meta.label_lower}:{record.pk}").order_by("-id")
