"""Where the words asked for stand in a text, accents and capitals aside.

Source: our own. The text itself is never changed: a pattern is made that matches every accented form.
"""

import re
from functools import cache

from jumelage.foundation.kernel.folding import fold

Part = tuple[str, bool]
EXCERPT_LENGTH = 220
BEFORE_LENGTH = 70
# The letters of Latin scripts with their marks (Latin-1 to Latin Extended Additional).
_MARKED = [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]


@cache
def _forms() -> dict[str, str]:
    """By letter or pair of letters, the marked forms that fold to it."""
    found: dict[str, str] = {}
    for number in _MARKED:
        bare = fold(chr(number))
        if bare and bare != chr(number) and bare.isascii():
            found[bare] = found.get(bare, "") + chr(number)
    return found


def pattern_of(words: list[str]) -> re.Pattern[str]:
    """A pattern that finds any of `words` (folded), or a longer word that begins with one."""
    return re.compile("|".join(rf"\b{_accented(word)}\w*" for word in words), re.IGNORECASE)


def _accented(word: str) -> str:
    forms = _forms()
    parts, place = [], 0
    while place < len(word):
        pair, letter = word[place : place + 2], word[place]
        if len(pair) > 1 and pair in forms:
            parts.append(f"(?:{pair}|[{forms[pair]}])")
            place += 2
        else:
            parts.append(f"[{letter}{forms[letter]}]" if letter in forms else re.escape(letter))
            place += 1
    return "".join(parts)


def marked(text: str, pattern: re.Pattern[str]) -> list[Part]:
    """`text` in parts, each with whether it is one of the words asked for."""
    parts, place = [], 0
    for match in pattern.finditer(text):
        parts += [(text[place : match.start()], False), (match.group(), True)]
        place = match.end()
    return [part for part in [*parts, (text[place:], False)] if part[0]]


def excerpt(text: str, pattern: re.Pattern[str]) -> list[Part]:
    """The part of `text` around the first word asked for, cut between words; empty when none occurs."""
    first = pattern.search(text)
    if not first:
        return []
    start = max(0, first.start() - BEFORE_LENGTH)
    end = min(len(text), start + EXCERPT_LENGTH)
    if start:
        start = min(text.find(" ", start, first.start()) + 1 or start, first.start())
    if end < len(text):
        end = max(text.rfind(" ", first.end(), end), first.end())
    shown = " ".join(text[start:end].split())
    return marked(f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}", pattern)
