"""Which organisations are likely the same: one name, or one number.

Source: Code of companies and associations, articles 1:2 to 1:6 (legal forms, which add nothing to a name).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from jumelage.foundation.kernel.folding import fold

_FORMS = {"asbl", "vzw", "aisbl", "ivzw", "ong", "ngo"}


@dataclass(frozen=True)
class Known:
    """What the rule needs to know of an organisation; `key` tells it from the others."""

    key: int
    names: tuple[str, ...]
    numbers: tuple[str, ...] = ()


def comparable_name(name: str) -> str:
    """The name without capitals, accents, punctuation and legal form: "A.S.B.L. Les Amis" gives "les amis"."""
    bare = re.sub(r"[^\w\s]", "", re.sub(r"[-–/']", " ", fold(name)))
    return " ".join(word for word in bare.split() if word not in _FORMS)


def comparable_number(number: str) -> str:
    """The number's digits without the zeros in front; the number itself when it has none."""
    return re.sub(r"\D", "", number).lstrip("0") or number.strip().upper()


def likely_doubles(known: Iterable[Known]) -> Iterator[tuple[int, int, str]]:
    """Pairs of keys with the reason, "same-number" or "same-name"; each pair once, its number first."""
    holders: dict[tuple[str, str], set[int]] = {}
    for one in known:
        for number in one.numbers:
            holders.setdefault(("same-number", comparable_number(number)), set()).add(one.key)
        for name in filter(None, map(comparable_name, one.names)):
            holders.setdefault(("same-name", name), set()).add(one.key)
    seen: set[tuple[int, int]] = set()
    for (reason, _), keys in sorted(holders.items(), key=lambda held: held[0][0], reverse=True):
        for pair in combinations(sorted(keys), 2):
            if pair not in seen:
                seen.add(pair)
                yield *pair, reason
