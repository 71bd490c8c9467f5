"""From what a person types, or a text holds, to the words that are compared.

Source: our own, measured with bench/search.py; the words left out are the commonest of each language, which would
exclude good results ("l'eau de Labé" is a question about "eau" and "labe").
"""

import re

from jumelage.foundation.kernel.folding import fold

LONGEST_QUESTION = 200
MOST_WORDS = 8
SHORTEST_BEGUN = 3
SHORTEST_CORRECTED = 4
TWO_ERRORS_FROM = 8
LONGEST_WORD = 40
_WORD = re.compile(r"[^\W_]+")
_SMALL = {
    "fr": "a au aux avec ce ces dans de des du en et l la le les d leur leurs ou par pour sa se ses son sur un une",
    "nl": "aan bij dat de den der die dit een en het in is met naar of om op te tot uit van voor",
    "en": "a an and as at by for from in is of on or the to with",
}
# Endings of the plural that are taken off or put on; what is left of the word keeps three letters at least.
PLURALS = {"fr": ("s", "x"), "nl": ("en", "s"), "en": ("s",)}
SMALL_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}


def words_of(text: str) -> list[str]:
    """The words of a text, without capitals and accents."""
    return _WORD.findall(fold(text.replace("\0", " ")))


def asked_words(question: str, language: str) -> list[str]:
    """The words that a question is about, each once; small words count only when there are no others."""
    words = list(
        dict.fromkeys(word[:LONGEST_WORD] for word in words_of(question[:LONGEST_QUESTION]))
    )
    told = [word for word in words if word not in SMALL_WORDS.get(language, ())]
    return (told or words)[:MOST_WORDS]


def vocabulary_of(words: list[str]) -> set[str]:
    """The words that a typing error can be compared with: not too short, not too long, not a number."""
    return {
        word
        for word in words
        if SHORTEST_CORRECTED - 1 <= len(word) <= LONGEST_WORD and not word.isdecimal()
    }


def errors_allowed(word: str) -> int:
    """How many typing errors a word of this length may hold."""
    if len(word) < SHORTEST_CORRECTED or word.isdecimal():
        return 0
    return 2 if len(word) >= TWO_ERRORS_FROM else 1


def may_be_begun(word: str) -> bool:
    """Whether the last word of a question also stands for longer ones: one or two letters begin too many."""
    return len(word) >= SHORTEST_BEGUN


def forms_of(word: str, language: str) -> list[str]:
    """The word itself first, then its likely singular and plurals: "medicaments" also finds "médicament"."""
    if len(word) <= SHORTEST_BEGUN or word.isdecimal():
        return [word]
    endings = PLURALS.get(language, ())
    shorter = [word.removesuffix(end) for end in endings if word.endswith(end)]
    longer = [] if shorter else [word + end for end in endings]
    return [word, *(form for form in shorter + longer if len(form) >= SHORTEST_BEGUN)]
