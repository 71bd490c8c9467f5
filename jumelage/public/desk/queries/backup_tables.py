"""Every table as plain rows, the same from SQLite and from PostgreSQL, all seen at one moment."""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection, connections, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.utils.duration import duration_string

# Made again from the other rows, or of no use elsewhere: a stolen backup must open nobody's session.
LEFT_OUT = {
    "accounts.cacherow",
    # Empty, and with other columns on SQLite than on PostgreSQL: we search in tables of our own.
    "modelsearch.indexentry",
    "modelsearch.sqliteftsindexentry",
    "sessions.session",
    "site.searchentry",
    "site.word",
    "uploads.partialupload",
    "usersessions.usersession",
}
_BLOCK_ROWS = 1_000
# Kept as text in a backup, given to the database in its own way.
_CONVERTED = {
    "BinaryField",
    "DateField",
    "DateTimeField",
    "DecimalField",
    "DurationField",
    "TimeField",
    "UUIDField",
}
Table = type[models.Model]


def tables() -> list[Table]:
    """The tables that a backup holds, by their "room.model"."""
    found = (model for model in all_tables() if model._meta.label_lower not in LEFT_OUT)
    return sorted(found, key=lambda model: model._meta.label_lower)


def all_tables() -> list[Table]:
    """Every table that a model stands for, those between two models too."""
    models_ = apps.get_models(include_auto_created=True)
    return [model for model in models_ if model._meta.managed and not model._meta.proxy]


def columns(table: Table) -> list[str]:
    """The names of the columns of one table, without those of its parents."""
    return [str(field.column) for field in table._meta.local_concrete_fields]


def migrations() -> list[str]:
    """The steps that lead to this version's tables, by "room.step"."""
    steps = MigrationLoader(None).disk_migrations
    return sorted(f"{room}.{name}" for room, name in steps)


def steps_missing() -> list[str]:
    """The steps of this version that the database has not made, by "room.step"; none when its tables are current."""
    # The loader takes a database that does not answer for one without tables: let that fail by its own name.
    connection.ensure_connection()
    loader = MigrationLoader(connection)
    missing = loader.disk_migrations.keys() - set(loader.applied_migrations or {})
    return sorted(f"{room}.{name}" for room, name in missing)


@contextmanager
def one_moment() -> Iterator[None]:
    """Inside, every question is answered as of one moment, and nobody who writes has to wait."""
    here: Any = connections[DEFAULT_DB_ALIAS]
    here.ensure_connection()
    usual = getattr(here, "transaction_mode", None)
    # On SQLite, the usual IMMEDIATE would take the lock of the writers.
    here.transaction_mode = "DEFERRED"
    try:
        with transaction.atomic():
            if here.vendor == "postgresql":
                with here.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        here.transaction_mode = usual


def row_blocks(table: Table) -> Iterator[list[list[Any]]]:
    """The rows of one table, by their key, some at a time; a date or a number is as the database's driver gives it."""
    quote, fields = connection.ops.quote_name, table._meta.local_concrete_fields
    names = ", ".join(map(quote, columns(table)))
    key = quote(str(table._meta.pk.column))
    converters = [(place, _converter(field)) for place, field in enumerate(fields)]
    wanted = [(place, converter) for place, converter in converters if converter]
    with connection.chunked_cursor() as cursor:
        # Names of tables and columns are those of our own models.
        cursor.execute(f"SELECT {names} FROM {quote(table._meta.db_table)} ORDER BY {key}")  # noqa: S608
        while block := cursor.fetchmany(_BLOCK_ROWS):
            rows = [list(row) for row in block]
            for row in rows:
                for place, converter in wanted:
                    row[place] = converter(row[place])
            yield rows


def file_places(table: Table) -> list[int]:
    """Which columns of a table name a file."""
    fields = enumerate(table._meta.local_concrete_fields)
    return [place for place, field in fields if isinstance(field, models.FileField)]


def _kind(field: Any) -> Any:
    """The field whose values a column holds: for a link, the key that it points at."""
    while field.remote_field:
        field = field.target_field
    return field


def _converter(field: Any) -> Callable[[Any], Any] | None:
    column = _kind(field).get_col(field.model._meta.db_table)
    found = connection.ops.get_db_converters(column)
    if not found:
        return None

    def convert(value: Any) -> Any:
        for one in found:
            value = one(value, column, connection)
        return value

    return convert


def line(row: list[Any]) -> str:
    """A row as one line of JSON."""
    return json.dumps(row, default=_plain, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_string(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    return str(value)


def acceptors(table: Table) -> list[tuple[int, Callable[[Any], Any]]]:
    """By column that needs it: what the database at hand wants for a value of a backup."""
    found: list[tuple[int, Callable[[Any], Any]]] = []
    for place, field in enumerate(table._meta.local_concrete_fields):
        kind = _kind(field)
        if kind.get_internal_type() in _CONVERTED:
            found.append((place, _acceptor(kind)))
    return found


def _acceptor(kind: Any) -> Callable[[Any], Any]:
    def accept(value: Any) -> Any:
        if value is None:
            return None
        return kind.get_db_prep_save(kind.to_python(value), connection)

    return accept


def last_numbers() -> dict[str, int]:
    """By table, the last number given to a row, even one that is gone: the journal still speaks of it."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":  # pragma: no branch
            cursor.execute("SELECT name, seq FROM sqlite_sequence")
            return {name: int(number) for name, number in cursor.fetchall()}
        return _last_of_sequences(cursor)  # pragma: no cover


def _last_of_sequences(cursor: Any) -> dict[str, int]:  # pragma: no cover - PostgreSQL, see below
    found: dict[str, int] = {}
    for table, sequence in sequences(cursor):
        cursor.execute(
            "SELECT last_value FROM pg_sequences WHERE %s = "
            "(quote_ident(schemaname) || '.' || quote_ident(sequencename))",
            [sequence],
        )
        row = cursor.fetchone()
        if row and row[0]:
            found[table] = int(row[0])
    return found


def sequences(
    cursor: Any,
) -> list[tuple[str, str]]:  # pragma: no cover - run by `make test-postgres`
    """On PostgreSQL: each table whose rows are numbered, and the full name of its sequence."""
    found = []
    for table in all_tables():
        name, key = table._meta.db_table, table._meta.pk.column
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{name}"', key])
        if sequence := cursor.fetchone()[0]:
            found.append((name, sequence))
    return found
