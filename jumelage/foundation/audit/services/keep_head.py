"""Keep the end of the chain outside the database, so that cutting the tail shows."""

import fcntl
from pathlib import Path

from django.conf import settings

from jumelage.foundation.audit.rules.verification import read_end


def keep_head(*, number: int, digest: str) -> None:
    """Write the last line's number and digest to the head file, unless a later one stands there."""
    file = Path(settings.AUDIT_HEAD_FILE)
    with file.open("a+", encoding="ascii", errors="replace") as head:
        fcntl.flock(head, fcntl.LOCK_EX)
        head.seek(0)
        kept = read_end(head.read())
        if kept and kept.number >= number:
            return
        head.seek(0)
        head.truncate()
        head.write(f"{number} {digest}\n")


def replace_head(*, number: int, digest: str) -> None:
    """Write the head of a journal that was put back from a backup, whatever stands in the head file."""
    file = Path(settings.AUDIT_HEAD_FILE)
    with file.open("a+", encoding="ascii") as head:
        fcntl.flock(head, fcntl.LOCK_EX)
        head.truncate(0)
        if number:
            head.write(f"{number} {digest}\n")
