"""Two people change one record: what may be joined, and what a person must choose.

Source: Jumelage, issue 3, "two editors on one record (both texts shown), nothing lost".
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Meeting:
    """What became of the parts that both editions hold: `clashing` need a choice, `theirs` are the other editor's."""

    clashing: tuple[str, ...]
    theirs: tuple[str, ...]


def marks_of(texts: Texts) -> dict[str, str]:
    """A short mark for each part's text: equal texts, equal marks. Line ends of browsers count as ours."""
    return {part: _mark(text) for part, text in texts.items()}


def written(marks: Mapping[str, str]) -> str:
    """The marks as a form carries them."""
    return json.dumps(marks, separators=(",", ":"))


def read(text: str) -> dict[str, str] | None:
    """The marks that a form brings back; None when it brings none."""
    try:
        marks = json.loads(text)
    except ValueError:
        return None
    return marks if isinstance(marks, dict) else None


def meet(base: Mapping[str, str], theirs: Texts, mine: Texts) -> Meeting:
    """Compare what somebody else kept meanwhile (`theirs`) with `mine`, both grown from the marks `base`.

    A part that only they changed stays theirs; one that both changed, and not alike, clashes.
    """
    now, wished = marks_of(theirs), marks_of(mine)
    moved = [part for part in wished if part in now and now[part] != base.get(part, now[part])]
    untouched = {part for part in moved if wished[part] == base.get(part)}
    clashing = [part for part in moved if part not in untouched and wished[part] != now[part]]
    return Meeting(tuple(clashing), tuple(part for part in moved if part in untouched))


def _mark(text: str) -> str:
    return blake2b(text.replace("\r\n", "\n").strip().encode(), digest_size=6).hexdigest()
