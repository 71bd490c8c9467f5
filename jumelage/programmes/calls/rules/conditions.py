"""Conditions as a clerk writes them: `kind in asbl, ngo and (seat = here or persons >= 3)`.

Source: Jumelage, issue 4, item 3 (a verdict per track with the article for each reason). Grammar:
`or` joins what `and` joins; `not` turns one around; a comparison names an answer, then `=`, `!=`,
`in`, `>=`, `<=`, `>` or `<`, then a code, several codes separated by commas, or a whole number.
An answer that is not given makes a comparison unknown (Kleene's logic), never false.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jumelage.foundation.kernel.errors import Refused

Answers = Mapping[str, str]
# True, False, or None: unknown, because an answer is missing.
Verdict = bool | None
_TOKEN = re.compile(r"\s*(>=|<=|!=|[=<>(),]|[a-z0-9][a-z0-9-]*)", re.ASCII)
_WORDS = frozenset({"and", "or", "not", "in"})
_ORDER: Mapping[str, Callable[[int, int], bool]] = {
    ">=": lambda one, other: one >= other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    "<": lambda one, other: one < other,
}


@dataclass(frozen=True)
class Comparison:
    """The answer `on` against `values`, by `sign`."""

    on: str
    sign: str
    values: tuple[str, ...]

    def holds(self, answers: Answers) -> Verdict:
        """Whether it holds; unknown without the answer."""
        given = answers.get(self.on, "")
        if not given:
            return None
        if self.sign in _ORDER:
            return _ORDER[self.sign](int(given), int(self.values[0])) if given.isdecimal() else None
        return (given in self.values) != (self.sign == "!=")


@dataclass(frozen=True)
class Joined:
    """Several conditions joined by "and" or "or", or one turned around by "not"."""

    by: str
    parts: tuple["Condition", ...]

    def holds(self, answers: Answers) -> Verdict:
        """Whether it holds; unknown when what is missing decides."""
        found = [part.holds(answers) for part in self.parts]
        if self.by == "not":
            return None if found[0] is None else not found[0]
        decisive = self.by == "or"
        if decisive in found:
            return decisive
        return None if None in found else not decisive


Condition = Comparison | Joined


def read_condition(text: str) -> Condition:
    """The condition that `text` writes. Raises Refused("condition-unreadable"), which says where."""
    reader = _Reader(text)
    found = reader.either()
    reader.end()
    return found


def comparisons(condition: Condition) -> Iterator[Comparison]:
    """Every comparison in it."""
    if isinstance(condition, Comparison):
        yield condition
    else:
        for part in condition.parts:
            yield from comparisons(part)


def spares(condition: Condition, answers: Answers) -> bool:
    """Whether it asks nothing of who answers so, because a "not" that an "or" opens with holds: `not kind = de-facto or
    persons >= 3` concerns de facto associations alone.
    """
    return (
        isinstance(condition, Joined)
        and condition.by == "or"
        and isinstance(condition.parts[0], Joined)
        and condition.parts[0].by == "not"
        and condition.parts[0].holds(answers) is True
    )


class _Reader:
    """Reads one condition from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = []
        place, whole = 0, text.rstrip()
        while place < len(whole):
            match = _TOKEN.match(whole, place)
            if match is None:
                raise Refused("condition-unreadable", condition=text, at=whole[place:].strip())
            self.tokens.append(match[1])
            place = match.end()

    def either(self) -> Condition:
        """Parts joined by "or"."""
        return self._joined("or", lambda: self._joined("and", self._one))

    def end(self) -> None:
        """Nothing may follow."""
        if self.tokens:
            raise self._wrong()

    def _joined(self, word: str, part: Callable[[], Condition]) -> Condition:
        parts = [part()]
        while self._take(word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def _one(self) -> Condition:
        if self._take("not"):
            return Joined("not", (self._one(),))
        if self._take("("):
            found = self.either()
            if not self._take(")"):
                raise self._wrong()
            return found
        return self._comparison()

    def _comparison(self) -> Comparison:
        on = self._word()
        sign = self.tokens.pop(0) if self.tokens else ""
        if sign not in {"=", "!=", "in", *_ORDER}:
            self.tokens.insert(0, sign)
            raise self._wrong()
        values = [self._word()]
        while sign == "in" and self._take(","):
            values.append(self._word())
        if sign in _ORDER and not values[0].isdecimal():
            raise self._wrong(values[0])
        return Comparison(on, sign, tuple(values))

    def _take(self, token: str) -> bool:
        if self.tokens and self.tokens[0] == token:
            self.tokens.pop(0)
            return True
        return False

    def _word(self) -> str:
        if not self.tokens or self.tokens[0] in _WORDS or not self.tokens[0][0].isalnum():
            raise self._wrong()
        return self.tokens.pop(0)

    def _wrong(self, at: str = "") -> Refused:
        told = at or " ".join(self.tokens[:3]).strip() or "…"
        return Refused("condition-unreadable", condition=self.text, at=told)
