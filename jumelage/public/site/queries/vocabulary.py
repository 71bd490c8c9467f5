"""Typing errors corrected against the words that occur on the site."""

from functools import lru_cache

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

from jumelage.foundation.audit.queries import publication_stamp
from jumelage.public.site.models import Word
from jumelage.public.site.rules.search_words import errors_allowed, forms_of

# The commonest words; beyond, a correction would rather lead astray.
MOST_WORDS = 100_000
NEIGHBOURS = 50
# One index holds all that is asked for, in the order asked for.
_COMMONEST = "SELECT text, uses FROM site_word WHERE language = %s ORDER BY uses DESC LIMIT %s"
_LAST_LETTER = "\U0010ffff"


def corrected(words: list[str], *, language: str) -> list[str]:
    """`words` with each unknown one replaced by the nearest that occurs; one without a near one stays.

    The last may be the beginning of a word.
    """
    forms = {word: set(forms_of(word, language)) for word in words}
    occurring = Word.objects.filter(language=language, text__in=set().union(*forms.values()))
    there = set(occurring.values_list("text", flat=True))
    known = {word for word in words if forms[word] & there}
    last = words[-1]
    begun = Word.objects.filter(language=language, text__gte=last, text__lt=last + _LAST_LETTER)
    if last not in known and begun.exists():
        known.add(last)
    return [word if word in known else _nearest(word, language) for word in words]


def _nearest(word: str, language: str) -> str:
    errors = errors_allowed(word)
    if not errors:
        return word
    texts, uses = _vocabulary(language, publication_stamp())
    near = process.extract(word, texts, scorer=OSA.distance, score_cutoff=errors, limit=NEIGHBOURS)
    ranked = min(
        ((distance, text[0] != word[0], -uses[place], text) for text, distance, place in near),
        default=None,
    )
    return ranked[-1] if ranked else word


@lru_cache(8)
def _vocabulary(language: str, _: int) -> tuple[list[str], list[int]]:
    """Words and their uses; a public change, which has a new stamp, asks for them again."""
    with connection.cursor() as cursor:
        cursor.execute(_COMMONEST, [language, MOST_WORDS])
        rows = cursor.fetchall()
    return [row[0] for row in rows], [row[1] for row in rows]
