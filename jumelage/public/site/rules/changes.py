"""What changed between two texts, word by word.

Source: the Ratcliff/Obershelp comparison of Python's own difflib.
"""

import re
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "gone", "new"]


def changes(old: str, new: str) -> list[tuple[Kind, str]]:
    """The pieces of both texts in their order, each kept, gone or new."""
    before, after = (re.findall(r"\s+|[^\s]+", text) for text in (old, new))
    found: list[tuple[Kind, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(before[a:b])))
            continue
        pieces: tuple[tuple[Kind, str], ...] = (
            ("gone", "".join(before[a:b])),
            ("new", "".join(after[c:d])),
        )
        found += [piece for piece in pieces if piece[1]]
    return found
