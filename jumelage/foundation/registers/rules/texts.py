"""How the texts of one record stand in each language.

Source: Jumelage, issue 3, "language state table: missing, outdated, complete".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

# For each text (by its place in the record): its words by language.
Texts = Mapping[str, Mapping[str, str]]
# For each text: the digest of its words, and the number of the act that last changed them.
Seen = dict[str, tuple[str, int]]


@dataclass(frozen=True)
class Standing:
    """One language: "missing", "outdated" or "complete", the texts that make it so, and what was seen."""

    state: str
    places: tuple[str, ...]
    seen: Seen


def standings(
    texts: Texts, before: Mapping[str, Seen], *, act: int, languages: Sequence[str]
) -> dict[str, Standing]:
    """Each language's standing after the act number `act`, from what was seen `before`.

    A text is missing where another language has it; outdated where another language changed later.
    """
    seen = {code: _seen(texts, code, before.get(code, {}), act) for code in languages}
    newest = {
        place: max((seen[code][place][1] for code in languages if words.get(code)), default=act)
        for place, words in texts.items()
    }
    return {code: _standing(texts, code, seen[code], newest) for code in languages}


def confirmed(seen: Mapping[str, Seen], language: str) -> Seen:
    """What was seen in `language`, every text now as new as in the language that changed last."""
    return {
        place: (digest, max([act, *(other[place][1] for other in seen.values() if place in other)]))
        for place, (digest, act) in seen[language].items()
    }


def _seen(texts: Texts, code: str, before: Seen, act: int) -> Seen:
    now: Seen = {}
    for place, words in texts.items():
        digest = blake2b(words.get(code, "").encode(), digest_size=6).hexdigest()
        last = before.get(place)
        now[place] = (digest, last[1] if last and last[0] == digest else act)
    return now


def _standing(texts: Texts, code: str, seen: Seen, newest: Mapping[str, int]) -> Standing:
    written = {place for place, words in texts.items() if words.get(code)}
    missing = [
        place for place, words in texts.items() if place not in written and any(words.values())
    ]
    if missing:
        return Standing("missing", tuple(missing), seen)
    old = [place for place in texts if place in written and seen[place][1] < newest[place]]
    return Standing("outdated" if old else "complete", tuple(old), seen)
