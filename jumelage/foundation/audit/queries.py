"""Questions asked of the journal."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.utils.translation import gettext as _

from jumelage.foundation.audit.models import Entry, Head
from jumelage.foundation.audit.rules.verification import End, Finding, Line, findings, read_end

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
    Asked at every request: hence the driver's own connection, and one small index that answers.
    """
    connection.ensure_connection()
    with connection.wrap_database_errors:
        last = connection.connection.execute(_LAST_PUBLIC).fetchone()
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
    found: datetime | None = Entry.objects.filter(record__in=names).aggregate(at=models.Max("at"))[
        "at"
    ]
    return found


def verification() -> list[Finding]:
    """What is wrong with the journal, line by line; empty when it is whole."""
    # What stands outside is read first: a line written meanwhile is then beyond it, not missing.
    kept = _kept_head()
    with transaction.atomic():
        # Writers wait at the head row: lines and head are those of one moment.
        row = Head.objects.select_for_update().first()
        head = End(row.number, row.digest) if row else End()
        return list(findings(_lines(), head=head, kept=kept, key=settings.AUDIT_KEY))


def _lines() -> Iterator[Line]:
    for entry in Entry.objects.order_by("pk").iterator():
        yield Line(entry.pk, entry.digest, line_of(entry))


def _kept_head() -> End | None:
    """The head kept outside the database; None when it is lost or unreadable."""
    file = Path(settings.AUDIT_HEAD_FILE)
    text = file.read_text(encoding="ascii", errors="replace") if file.exists() else ""
    return read_end(text)


def number_of_lines() -> int:
    """How many lines the journal has."""
    return Entry.objects.count()


def head_of_journal() -> dict[str, Any]:
    """Number and digest of the last line; 0 and "" before the first."""
    row = Head.objects.first()
    return {"number": row.number if row else 0, "digest": row.digest if row else ""}


def processings() -> list[dict[str, str]]:
    """What the room does with data about people, in words."""
    return [
        {
            "title": _("Journal"),
            "what": _(
                "Who did what, with which record, and when: numbers and codes, no text about a person."
            ),
            "why": _("To show later who decided what, and that nothing was changed unseen."),
            "readers": _("You, for what you did; the staff, for the records that they handle."),
            "until": _(
                "For good. Once your account is erased, its number leads to nobody any more."
            ),
        },
    ]
