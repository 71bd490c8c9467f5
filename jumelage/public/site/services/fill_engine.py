"""Give the words of entries to the database's own search engine."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection

from jumelage.public.site.models import SearchEntry

# The number of an entry, the words of its title, of its summary and of the rest (folded, separated by blanks).
Filling = tuple[SearchEntry, str, str, str]

_SQLITE = "INSERT INTO site_search (rowid, title, summary, body, scope) VALUES (%s, %s, %s, %s, %s)"
_POSTGRESQL = """
    UPDATE site_searchentry SET vector =
        setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'B')
        || setweight(to_tsvector('simple', left(%s, 600000)), 'D')
    WHERE id = %s
"""
# How much the engine gathers before it sorts it in: its own usual, and much.
_USUAL_BYTES, _BULK_BYTES = 1 << 20, 32 << 20


def fill_engine(entry: SearchEntry, title: str, summary: str, body: str) -> None:
    """Find `entry` by these words (folded, separated by blanks)."""
    empty_engine(entry)
    fill_engine_with([(entry, title, summary, body)])


def fill_engine_with(fillings: Sequence[Filling]) -> None:
    """Find many entries by their words; the engine knows none of them yet."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.executemany(_POSTGRESQL, [(*words, entry.pk) for entry, *words in fillings])
            return
        rows = [
            (entry.pk, title, summary, body, f"l{entry.language} k{entry.kind}")
            for entry, title, summary, body in fillings
        ]
        cursor.executemany(_SQLITE, rows)


def empty_engine(entry: SearchEntry) -> None:
    """Find `entry` no more; on PostgreSQL the words leave with the row."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM site_search WHERE rowid = %s", [entry.pk])


@contextmanager
def engine_emptied() -> Iterator[None]:
    """Forget every entry at once, and inside take in many without sorting each in; inside a transaction."""
    if connection.vendor == "postgresql":
        SearchEntry.objects.all().delete()
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE name IN ('site_search', 'site_search_gone')"
            " ORDER BY type"
        )
        made = cursor.fetchall()
        # Made anew rather than emptied: both would take the rows out one by one.
        for kind, name, _ in reversed(made):
            cursor.execute(f"DROP {kind.upper()} {name}")
        SearchEntry.objects.all().delete()
        for _, _, statement in made:
            cursor.execute(statement)
        _gather(cursor, _BULK_BYTES)
        yield
        _gather(cursor, _USUAL_BYTES)


def _gather(cursor: Any, size_bytes: int) -> None:
    cursor.execute(
        "INSERT INTO site_search (site_search, rank) VALUES ('hashsize', %s)", [size_bytes]
    )
