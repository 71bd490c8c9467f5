"""Keep the vocabulary: in how many entries each word occurs."""

from collections.abc import Collection, Mapping

from django.db import connection

_ONE_MORE = (
    "INSERT INTO site_word (language, text, uses) VALUES (%s, %s, 1)"
    " ON CONFLICT (language, text) DO UPDATE SET uses = site_word.uses + 1"
)
_MORE = (
    "INSERT INTO site_word (language, text, uses) VALUES (%s, %s, %s)"
    " ON CONFLICT (language, text) DO UPDATE SET uses = site_word.uses + excluded.uses"
)
_ONE_LESS = "UPDATE site_word SET uses = uses - 1 WHERE language = %s AND text = %s"
_UNUSED = "DELETE FROM site_word WHERE language = %s AND text = %s AND uses = 0"


def count_words(language: str, *, added: Collection[str], removed: Collection[str]) -> None:
    """Count one use more for the words `added`, one less for those `removed`; unused words leave."""
    # Sorted, so that two writers take their rows in the same order.
    with connection.cursor() as cursor:
        if added:
            cursor.executemany(_ONE_MORE, [(language, word) for word in sorted(added)])
        if removed:
            cursor.executemany(_ONE_LESS, [(language, word) for word in sorted(removed)])
            cursor.executemany(_UNUSED, [(language, word) for word in sorted(removed)])


def add_counts(counts: Mapping[tuple[str, str], int]) -> None:
    """Count as many uses more for each (language, word): what many entries add together."""
    rows = [(language, word, uses) for (language, word), uses in sorted(counts.items())]
    with connection.cursor() as cursor:
        cursor.executemany(_MORE, rows)
