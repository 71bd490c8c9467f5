"""Restore a backup: everything is checked before anything is touched, and all of it comes back or nothing."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import transaction
from django.utils._os import safe_join

from jumelage.foundation.audit.queries import number_of_lines
from jumelage.foundation.audit.services.keep_head import replace_head
from jumelage.foundation.kernel.errors import Refused
from jumelage.public.desk.queries.backup_archive import Archive, Manifest, file_part, opened
from jumelage.public.desk.queries.backup_tables import steps_missing
from jumelage.public.desk.services.replace_rows import replace_rows


def restore_backup(path: Path, *, replace: bool = False) -> Manifest:
    """Put back the rows, the files and the journal of the backup `path`; the site must not be running.

    Raises Refused("backup-absent"), Refused("backup-cut"), Refused("backup-other-key"), Refused("backup-altered"),
    Refused("backup-other-version"), or Refused("site-not-empty") unless `replace`.
    """
    with opened(path) as archive:
        if steps_missing():
            call_command("migrate", verbosity=0)
        if not replace and _holds_something():
            raise Refused("site-not-empty")
        arriving = _copy_files(archive)
        try:
            with _swapped(arriving), transaction.atomic():
                replace_rows(archive)
        finally:
            shutil.rmtree(arriving, ignore_errors=True)
        replace_head(**archive.manifest.journal)
        return archive.manifest


def _holds_something() -> bool:
    """Every act writes a line in the journal: without one, and without an account, there is nothing to lose."""
    media = Path(settings.MEDIA_ROOT)
    return (
        number_of_lines() > 0
        or get_user_model().objects.exists()
        or (media.is_dir() and any(media.iterdir()))
    )


def _copy_files(archive: Archive) -> Path:
    media = Path(settings.MEDIA_ROOT)
    arriving = media.with_name(f"{media.name}.arriving")
    shutil.rmtree(arriving, ignore_errors=True)
    arriving.mkdir(parents=True)
    for part in archive.manifest.files:
        target = Path(safe_join(arriving, part.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            for block in archive.blocks(part, file_part(part.name)):
                file.write(block)
    return arriving


@contextmanager
def _swapped(arriving: Path) -> Iterator[None]:
    """The files that arrive stand in the media folder once the rows are committed; else those of before."""
    media = Path(settings.MEDIA_ROOT)
    before = media.with_name(f"{media.name}.before")
    shutil.rmtree(before, ignore_errors=True)
    media.mkdir(parents=True, exist_ok=True)
    media.rename(before)
    arriving.rename(media)
    try:
        yield
    except BaseException:
        shutil.rmtree(media)
        before.rename(media)
        raise
    shutil.rmtree(before)
