"""Texts as people paste them: made clean, and counted as a reader counts.

Source: Unicode Standard Annex 29 (extended grapheme clusters), reduced to what two programs with different Unicode
tables count alike: combining marks, variation selectors, joined emoji, flags. The same code in
`design/js/counting.js`. Annex 15 for the most marks on one letter (stream-safe text).
"""

import re
import unicodedata
from dataclasses import dataclass

from jumelage.foundation.questionnaires.rules.definition import Unit

# Invisible and without meaning in a text: controls, soft hyphens, byte order marks, overrides of the direction.
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\ufeff\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n|[\r\u000b\u000c\u0085\u2028\u2029]")
# Taken off by `strip`: a pattern would look at a long row of blanks inside the text once for each of them.
_BLANKS = " \t\n\u00a0"
_JOINER = "\u200d"
# Marks on one letter: no language writes more, and to put thousands of them in order takes a server half a minute.
_MARKS_MOST = 30
# Latin letters, punctuation and signs of money: none of them joins another, so that there is nothing to look at.
_PLAIN = re.compile("[\u0000-\u02ff\u2010-\u2027\u20a0-\u20bf]*")


@dataclass(frozen=True)
class Cleaned:
    """A text made clean, and how many invisible characters were taken out."""

    text: str
    removed: int


def clean(text: str, *, lines: bool = True) -> Cleaned:
    """`text` in composed form (NFC), line ends as one character, no invisible characters, no blanks around.

    Without `lines`, line ends and tabs become spaces.
    """
    bare, removed = _INVISIBLE.subn("", text)
    bare = _LINE_ENDS.sub("\n", bare)
    if not lines:
        bare = re.sub(r"[\t\n]+", " ", bare)
    light = _lightened(bare)
    removed += len(bare) - len(light)
    return Cleaned(unicodedata.normalize("NFC", light).strip(_BLANKS), removed)


def count(text: str, unit: Unit = Unit.CHARACTERS) -> int:
    """How many characters, as a reader sees them, or words `text` has once it is clean."""
    bare = clean(text).text
    return _words(bare) if unit is Unit.WORDS else _characters(bare)


def _lightened(text: str) -> str:
    """`text` with at most 30 marks on one letter."""
    if _PLAIN.fullmatch(text):
        return text
    kept, marks = [], 0
    for one in text:
        marks = marks + 1 if unicodedata.combining(one) else 0
        if marks <= _MARKS_MOST:
            kept.append(one)
    return "".join(kept)


def _words(text: str) -> int:
    """Runs between blanks that hold a letter or a digit: " : " is no word."""
    runs = re.split(r"[ \t\n\u00a0\u2000-\u200a\u202f\u205f\u3000]+", text)
    return sum(any(unicodedata.category(one)[0] in "LN" for one in run) for run in runs)


def _characters(text: str) -> int:
    if _PLAIN.fullmatch(text):
        return len(text)
    number, joined, flag = 0, False, False
    for one in text:
        if _extends(one):
            joined = one == _JOINER
            continue
        half = "\U0001f1e6" <= one <= "\U0001f1ff"
        if half and flag:
            flag = joined = False
            continue
        # What a joiner binds to the sign before it is seen as one sign; letters stay letters.
        if not (joined and unicodedata.category(one)[0] not in "LN"):
            number += 1
        flag, joined = half, False
    return number


def _extends(one: str) -> bool:
    return (
        unicodedata.category(one)[0] == "M"
        or one in {_JOINER, "\u200c"}
        or "\U0001f3fb" <= one <= "\U0001f3ff"
        or "\U000e0020" <= one <= "\U000e007f"
    )
