"""Give the words of an entry to the database's own search engine."""

from django.db import connection

from jumelage.public.site.models import SearchEntry

_SQLITE = "INSERT INTO site_search (rowid, title, summary, body, scope) VALUES (%s, %s, %s, %s, %s)"
_POSTGRESQL = """
    UPDATE site_searchentry SET vector =
        setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'B')
        || setweight(to_tsvector('simple', left(%s, 600000)), 'D')
    WHERE id = %s
"""


def fill_engine(entry: SearchEntry, title: str, summary: str, body: str) -> None:
    """Find `entry` by these words (folded, separated by blanks)."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL, [title, summary, body, entry.pk])
            return
        empty_engine(entry)
        scope = f"l{entry.language} k{entry.kind}"
        cursor.execute(_SQLITE, [entry.pk, title, summary, body, scope])


def empty_engine(entry: SearchEntry) -> None:
    """Find `entry` no more; on PostgreSQL the words leave with the row."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM site_search WHERE rowid = %s", [entry.pk])
