"""A backup as it lies in its file: what it tells of itself, and its parts."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.conf import settings

from jumelage.foundation.kernel.errors import Refused
from jumelage.public.desk.queries.backup_seal import check_seal
from jumelage.public.desk.queries.backup_tables import columns, migrations, tables

FORMAT = 1
MANIFEST = "manifest.json"
BLOCK = 1 << 20


@dataclass(frozen=True)
class Part:
    """One part of the archive: a table (then `rows` and `columns`) or a file."""

    name: str
    size_bytes: int
    sha256: str
    rows: int = 0
    columns: list[str] = field(default_factory=list)


@dataclass
class Manifest:
    """What a backup tells of itself. `missing`: files that rows name and that were not there."""

    program: str
    made_at: str
    engine: str
    migrations: list[str]
    journal: dict[str, Any]
    format: int = FORMAT
    numbers: dict[str, int] = field(default_factory=dict)
    tables: list[Part] = field(default_factory=list)
    files: list[Part] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows and files it holds, and the journal's last line."""
        rows = sum(part.rows for part in self.tables)
        return {"rows": rows, "files": len(self.files), "line": self.journal["number"]}

    def to_json(self) -> bytes:
        """As it is written in the archive."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


def table_part(label: str) -> str:
    """The name of the part that holds the rows of a table, "room.model"."""
    return f"rows/{label}.jsonl"


def file_part(name: str) -> str:
    """The name of the part that holds a file of the media folder."""
    return f"media/{name}"


class Archive:
    """A backup that was checked, open for reading."""

    def __init__(self, package: ZipFile, manifest: Manifest) -> None:
        self._package, self.manifest = package, manifest

    def blocks(self, part: Part, name: str) -> Iterator[bytes]:
        """The bytes of a part, some at a time. Raises Refused("backup-altered") when they are not those told."""
        digest = sha256()
        with self._package.open(name) as source:
            while block := source.read(BLOCK):
                digest.update(block)
                yield block
        if digest.hexdigest() != part.sha256:
            raise Refused("backup-altered")

    def rows(self, part: Part) -> Iterator[list[Any]]:
        """The rows of a table."""
        rest = b""
        for block in self.blocks(part, table_part(part.name)):
            *lines, rest = (rest + block).split(b"\n")
            yield from map(json.loads, lines)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The backup in the file `path`, once its every byte was checked.

    Raises Refused("backup-absent"), Refused("backup-cut"), Refused("backup-other-key"),
    Refused("backup-altered") or Refused("backup-other-version").
    """
    if not path.is_file():
        raise Refused("backup-absent", file=path)
    with path.open("rb") as file:
        check_seal(file, settings.AUDIT_KEY)
        try:
            package = ZipFile(file)
        except BadZipFile as error:
            raise Refused("backup-altered") from error
        with package:
            yield Archive(package, _manifest(package))


def _manifest(package: ZipFile) -> Manifest:
    told = json.loads(package.read(MANIFEST))
    if told["format"] != FORMAT or told["migrations"] != migrations():
        raise Refused("backup-other-version", program=told["program"])
    told["tables"] = [Part(**part) for part in told["tables"]]
    told["files"] = [Part(**part) for part in told["files"]]
    manifest = Manifest(**told)
    _check_parts(manifest, package.namelist())
    return manifest


def _check_parts(manifest: Manifest, found: list[str]) -> None:
    told = [table_part(part.name) for part in manifest.tables]
    told += [file_part(part.name) for part in manifest.files]
    known = {table._meta.label_lower: columns(table) for table in tables()}
    if sorted(found) != sorted([*told, MANIFEST]):
        raise Refused("backup-altered")
    if {part.name: part.columns for part in manifest.tables} != known:
        raise Refused("backup-other-version", program=manifest.program)
