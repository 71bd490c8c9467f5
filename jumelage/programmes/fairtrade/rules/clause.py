"""What a buyer must say before a clause of a tender may name a label.

Source: law of 17 June 2016 on public procurement, article 54 (article 43 of Directive 2014/24/EU): requirements linked
to the subject of the contract, equivalent labels accepted, other proof accepted. Places: Public Service of Wallonia,
marchespublics.wallonie.be, “Inclure des labels dans les marchés publics”.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from jumelage.foundation.kernel.errors import Refused

# "or equivalent", as French, Dutch and English buyers write it.
_EQUIVALENT = re.compile(
    r"\b(?:ou|of|or)\s+(?:\w+\s+){0,2}?(?:équivalent|equivalent|gelijkwaardig)", re.IGNORECASE
)
MOST_REQUIREMENTS = 12
LONG_WORD = 4


@dataclass(frozen=True)
class Words:
    """A buyer's answers in one language: the subject, the link with it, and the requirements one by one."""

    language: str
    subject: str
    link: str
    requirements: tuple[str, ...]

    @property
    def begun(self) -> bool:
        """Whether anything was written in this language."""
        return bool(self.subject or self.link or self.requirements)

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything written, piece by piece."""
        return (self.subject, self.link, *self.requirements)


@dataclass(frozen=True)
class Demand:
    """What holds in every language: where the clause stands, which mark it names ("" is none), what it accepts."""

    place: str
    mark: str = ""
    membership: bool = False
    or_equivalent: bool = False
    instruments: str = ""


def requirements_in(text: str) -> tuple[str, ...]:
    """The requirements of a text that holds one a line; dashes and points before a line do not count."""
    lines = (line.strip().lstrip("-–•*").strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def check_clause(
    demand: Demand, words: Collection[Words], *, marks: Collection[str]
) -> list[Words]:
    """The languages in which the clause may be written; `marks` are the names that the guide knows.

    Raises Refused("clause-empty"), Refused("clause-subject-missing"), Refused("clause-requirements-missing"),
    Refused("clause-requirements-many"), Refused("clause-link-missing"), Refused("clause-link-elsewhere"),
    Refused("clause-mark-alone") or Refused("clause-named-alone").
    """
    written = [one for one in words if one.begun]
    if not written:
        raise Refused("clause-empty")
    for one in written:
        _check_words(one)
        _check_names(one, marks)
    if demand.mark and not demand.or_equivalent:
        raise Refused("clause-mark-alone", mark=demand.mark)
    return written


def _check_words(words: Words) -> None:
    language = words.language.upper()
    if not words.subject:
        raise Refused("clause-subject-missing", language=language)
    if not words.requirements:
        raise Refused("clause-requirements-missing", language=language)
    if len(words.requirements) > MOST_REQUIREMENTS:
        raise Refused("clause-requirements-many", language=language, limit=MOST_REQUIREMENTS)
    if not words.link:
        raise Refused("clause-link-missing", language=language)
    if not _speaks_of(words.link, words.subject):
        raise Refused("clause-link-elsewhere", language=language, subject=words.subject)


def _check_names(words: Words, marks: Collection[str]) -> None:
    for text in words.texts:
        for mark in marks:
            if _folded(mark) in _folded(text) and not _EQUIVALENT.search(text):
                raise Refused("clause-named-alone", mark=mark, text=text)


def _speaks_of(link: str, subject: str) -> bool:
    """Whether the link names what is bought: one word of four letters or more of the subject."""
    words = [word for word in re.findall(r"\w+", _folded(subject)) if len(word) >= LONG_WORD]
    return not words or any(word.rstrip("s") in _folded(link) for word in words)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
