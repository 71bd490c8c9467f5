"""Write a backup of the running site: all rows of one moment, and the files that they name."""

import os
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.conf import settings
from django.db import connection
from django.utils import timezone

from jumelage.foundation.audit.queries import head_of_journal
from jumelage.foundation.kernel.errors import Refused
from jumelage.public.desk.queries.backup_archive import (
    BLOCK,
    MANIFEST,
    Manifest,
    Part,
    file_part,
    table_part,
)
from jumelage.public.desk.queries.backup_seal import Sealing, comment
from jumelage.public.desk.queries.backup_tables import (
    Table,
    columns,
    file_places,
    last_numbers,
    line,
    migrations,
    one_moment,
    row_blocks,
    steps_missing,
    tables,
)


def write_backup(path: Path) -> Manifest:
    """Write the backup to `path`, readable by the owner only; it stands there whole or not at all.

    Rows of one moment; a write meanwhile is not held up, and is wholly in or wholly out.
    Raises Refused("backup-there"), Refused("backup-folder-absent") or Refused("site-behind").
    """
    if path.exists():
        raise Refused("backup-there", file=path)
    if not path.parent.is_dir():
        raise Refused("backup-folder-absent", folder=path.parent)
    if missing := steps_missing():
        raise Refused("site-behind", steps=", ".join(missing[:3]), count=len(missing))
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        with os.fdopen(
            os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
        ) as file:
            sealing = Sealing(file, settings.AUDIT_KEY)
            with ZipFile(sealing, "w", ZIP_DEFLATED, compresslevel=1) as package:  # type: ignore[call-overload]
                package.comment = comment(settings.AUDIT_KEY)
                manifest = _write_parts(package)
            sealing.seal()
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return manifest


def _write_parts(package: ZipFile) -> Manifest:
    with one_moment():
        manifest = Manifest(
            program=version("jumelage"),
            made_at=timezone.now().isoformat(timespec="seconds"),
            engine=connection.vendor,
            migrations=migrations(),
            journal=head_of_journal(),
            numbers=last_numbers(),
        )
        names: set[str] = set()
        for table in tables():
            manifest.tables.append(_write_table(package, table, names))
    # A file never changes under its name, so that it may be copied after the moment.
    for name in sorted(names):
        _write_file(package, name, manifest)
    package.writestr(MANIFEST, manifest.to_json())
    return manifest


def _write_table(package: ZipFile, table: Table, names: set[str]) -> Part:
    label, places = table._meta.label_lower, file_places(table)
    digest, rows, size = sha256(), 0, 0
    with package.open(table_part(label), "w", force_zip64=True) as target:
        for block in row_blocks(table):
            names |= {row[place] for row in block for place in places if row[place]}
            text = "".join(f"{line(row)}\n" for row in block).encode()
            target.write(text)
            digest.update(text)
            rows, size = rows + len(block), size + len(text)
    return Part(label, size, digest.hexdigest(), rows, columns(table))


def _write_file(package: ZipFile, name: str, manifest: Manifest) -> None:
    source = Path(settings.MEDIA_ROOT) / name
    if not source.is_file():
        manifest.missing.append(name)
        return
    entry = ZipInfo(file_part(name))
    entry.compress_type = ZIP_STORED
    digest, size = sha256(), 0
    with package.open(entry, "w", force_zip64=True) as target:
        for block in _blocks(source):
            target.write(block)
            digest.update(block)
            size += len(block)
    manifest.files.append(Part(name, size, digest.hexdigest()))


def _blocks(source: Path) -> Iterator[bytes]:
    with source.open("rb") as file:
        while block := file.read(BLOCK):
            yield block
