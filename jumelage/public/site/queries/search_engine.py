"""Which entries hold the words asked for: the one place that speaks the databases' own search languages."""

from collections.abc import Sequence

from django.db import connection

from jumelage.public.site.rules.search_words import forms_of, may_be_begun

Scored = tuple[int, float]

_SQLITE = "SELECT rowid, bm25(site_search, 12, 4, 1, 0) FROM site_search WHERE site_search MATCH %s LIMIT %s"
_SQLITE_PARTS = ("title", "title summary", "title summary body")
_POSTGRESQL = """
    SELECT id, -ts_rank(vector, query) FROM site_searchentry, to_tsquery('simple', %s) query
    WHERE vector @@ query AND language = %s AND (%s = '' OR kind = %s) LIMIT %s
"""
_POSTGRESQL_PARTS = ("A", "AB", "ABD")


def matches(
    words: Sequence[str], *, language: str, kind: str, every: bool, limit: int
) -> list[Scored]:
    """Up to `limit` entries and their score, the best first: found in the title, then the summary, then the body.

    `words` are folded, and found in the singular or plural too; the last may be the beginning of a word.
    `every`: all of them must occur, else any.
    """
    found: dict[int, Scored] = {}
    for tier in range(3):
        ask = _in_postgresql if connection.vendor == "postgresql" else _in_sqlite
        rows = ask(words, language, kind, every=every, tier=tier, limit=limit)
        for number, score in sorted(rows, key=lambda row: (row[1], row[0])):
            found.setdefault(number, (number, score))
        if len(found) >= limit:
            break
    return list(found.values())[:limit]


def _in_sqlite(
    words: Sequence[str], language: str, kind: str, *, every: bool, tier: int, limit: int
) -> list[Scored]:
    forms = [[f'"{form}"' for form in forms_of(word, language)] for word in words]
    forms[-1][0] += "*" if may_be_begun(words[-1]) else ""
    terms = [f"({' OR '.join(alike)})" for alike in forms]
    scope = f"l{language} AND k{kind}" if kind else f"l{language}"
    asked = (" AND " if every else " OR ").join(terms)
    question = f"{{scope}} : ({scope}) AND {{{_SQLITE_PARTS[tier]}}} : ({asked})"
    with connection.cursor() as cursor:
        cursor.execute(_SQLITE, [question, limit])
        return list(cursor.fetchall())


def _in_postgresql(
    words: Sequence[str], language: str, kind: str, *, every: bool, tier: int, limit: int
) -> list[Scored]:
    weights = _POSTGRESQL_PARTS[tier]
    forms = [[f"'{form}':{weights}" for form in forms_of(word, language)] for word in words]
    if may_be_begun(words[-1]):
        forms[-1][0] = f"'{words[-1]}':*{weights}"
    terms = [f"({' | '.join(alike)})" for alike in forms]
    question = (" & " if every else " | ").join(terms)
    with connection.cursor() as cursor:
        cursor.execute(_POSTGRESQL, [question, language, kind, kind, limit])
        return list(cursor.fetchall())


def indexed_words(number: int) -> list[str]:
    """The words that the entry `number` is found by."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT tsvector_to_array(vector) FROM site_searchentry WHERE id = %s", [number]
            )
            row = cursor.fetchone()
            return list(row[0] or []) if row else []
        cursor.execute(
            "SELECT title || ' ' || summary || ' ' || body FROM site_search WHERE rowid = %s",
            [number],
        )
        row = cursor.fetchone()
    return row[0].split() if row else []
