"""The order of names in French, Dutch and English, which is the same for letters.

Source: Unicode Technical Standard #10, first and second levels: letters first, accents only between
words that are otherwise equal; ligatures as two letters; punctuation ignored.
"""

import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})


def folded(text: str) -> str:
    """The letters and figures of `text`, without case, accents or punctuation, words apart."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    spaced = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(spaced.split())


def sort_key(text: str) -> tuple[str, str]:
    """What to sort names by, so that “Éthiopie” stands after “Eswatini” and before “Fidji”."""
    return folded(text), text
