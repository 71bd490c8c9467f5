"""Put the rows of a backup in the place of those of the database; on its own it commits nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from jumelage.foundation.kernel.errors import Refused
from jumelage.public.desk.queries.backup_archive import Archive, Part
from jumelage.public.desk.queries.backup_tables import acceptors, all_tables, sequences, tables
from jumelage.public.site.services.rebuild_index import rebuild_index

_BLOCK_ROWS = 500


def replace_rows(archive: Archive) -> None:
    """Empty every table, then write every row of the backup, number its rows on, make the search index anew.

    To be called inside a transaction. Raises Refused("backup-altered") when a table is not as told.
    """
    with connection.cursor() as cursor:
        with _no_triggers(cursor):
            _empty(cursor)
            for part in archive.manifest.tables:
                _write(cursor, archive, part)
        _number_on(cursor, archive.manifest.numbers)
    ContentType.objects.clear_cache()
    rebuild_index()


@contextmanager
def _no_triggers(cursor: Any) -> Iterator[None]:
    """On SQLite, lift what guards a table, the journal's too, and put it back; PostgreSQL's TRUNCATE sets none off."""
    lifted: list[tuple[str, str]] = []
    if connection.vendor == "sqlite":  # pragma: no branch
        ours = {table._meta.db_table for table in tables()}
        cursor.execute("SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'trigger'")
        lifted = [(name, sql) for name, sql, table in cursor.fetchall() if table in ours]
    for name, _ in lifted:
        cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
    yield
    for _, sql in lifted:
        cursor.execute(sql)


def _empty(cursor: Any) -> None:
    names = [connection.ops.quote_name(table._meta.db_table) for table in all_tables()]
    if connection.vendor == "postgresql":
        cursor.execute(f"TRUNCATE {', '.join(names)}")
        return
    for name in names:
        cursor.execute(f"DELETE FROM {name}")  # noqa: S608 - names of our own models


def _write(cursor: Any, archive: Archive, part: Part) -> None:
    table = apps.get_model(part.name)
    names = ", ".join(map(connection.ops.quote_name, part.columns))
    marks = ", ".join(["%s"] * len(part.columns))
    into = connection.ops.quote_name(table._meta.db_table)
    command = f"INSERT INTO {into} ({names}) VALUES ({marks})"  # noqa: S608 - names of our own models
    wanted, rows, written = acceptors(table), archive.rows(part), 0
    while block := list(islice(rows, _BLOCK_ROWS)):
        for row in block:
            for place, accept in wanted:
                row[place] = accept(row[place])
        cursor.executemany(command, block)
        written += len(block)
    if written != part.rows:
        raise Refused("backup-altered")


def _number_on(cursor: Any, last: dict[str, int]) -> None:
    """The next row of each table gets a number that none had before."""
    if connection.vendor == "sqlite":  # pragma: no branch
        for name, number in last.items():
            cursor.execute(
                "UPDATE sqlite_sequence SET seq = max(seq, %s) WHERE name = %s", [number, name]
            )
            cursor.execute(
                "INSERT INTO sqlite_sequence (name, seq) SELECT %s, %s"
                " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = %s)",
                [name, number, name],
            )
    else:  # pragma: no cover
        _number_sequences_on(cursor, last)


def _number_sequences_on(
    cursor: Any, last: dict[str, int]
) -> None:  # pragma: no cover - run by `make test-postgres`
    keys = {table._meta.db_table: str(table._meta.pk.column) for table in all_tables()}
    for name, sequence in sequences(cursor):
        quote = connection.ops.quote_name
        cursor.execute(
            f"SELECT setval(%s, greatest(%s, (SELECT max({quote(keys[name])}) FROM {quote(name)}), 1),"  # noqa: S608
            f" %s OR EXISTS (SELECT 1 FROM {quote(name)}))",
            [sequence, last.get(name, 0), bool(last.get(name))],
        )
