"""Texts made comparable: without capitals and accents, so that "Labe" finds "Labé"."""

import unicodedata

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'"})


def fold(text: str) -> str:
    """`text` in lower case, without accents, its blanks made single: "Œuvre  d’Été" gives "oeuvre d'ete"."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(bare.split())
