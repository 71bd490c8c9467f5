"""Texts made comparable: without capitals and accents, so that "Labe" finds "Labé"."""

import unicodedata

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'"})


def fold(text: str) -> str:
    """`text` in lower case, without accents, its blanks made single: "Œuvre  d’Été" gives "oeuvre d'ete"."""
    # Twice: letters that only appear in the first round ("𝙰", "A") must lose their case too.
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text).casefold()
    # Each letter is looked at once, however long the text.
    marks = {ord(letter): "" for letter in set(text) if unicodedata.combining(letter)}
    return " ".join(text.translate(_LETTERS | marks).split())
