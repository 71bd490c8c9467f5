"""Forget long work that is over, and the files that it left."""

from datetime import datetime, timedelta

from django.core.files.storage import default_storage
from django.db import transaction

from jumelage.foundation.registers.models import Work

KEPT_DAYS = 14
FOLDER = "work"


def clear_works(now: datetime) -> tuple[int, int]:
    """Remove the works that have not moved for `KEPT_DAYS` days and every file of theirs that is as old.

    How many works and how many files went. A file whose work still moves is younger, and stays.
    """
    limit = now - timedelta(days=KEPT_DAYS)
    with transaction.atomic():
        old = Work.objects.filter(moved_at__lt=limit)
        files = set(old.exclude(file="").values_list("file", flat=True))
        works, _ = old.delete()
    files |= {name for name in _files() if default_storage.get_modified_time(name) < limit}
    gone = [name for name in files if default_storage.exists(name)]
    for name in gone:
        default_storage.delete(name)
    return works, len(gone)


def _files() -> list[str]:
    if not default_storage.exists(FOLDER):
        return []
    return [f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]]
