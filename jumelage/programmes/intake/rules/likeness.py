"""By what two applications are found to be alike: comparable values, and texts that are nearly the same.

Source: Jumelage, issue 4, item 9. Texts: A. Broder, "On the resemblance and containment of documents" (1997), shingles
of words; P. Li, A. Owen, C.-H. Zhang, "One Permutation Hashing" (2012): one pass over the words, one least hash a bin.
Two texts that share a band of bins are then compared word for word. Nothing is refused by it: a clerk looks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from rapidfuzz import fuzz
from stdnum.iban import format as format_iban

from jumelage.foundation.kernel.enterprise_number import format_enterprise_number
from jumelage.foundation.kernel.folding import fold

# Words in a shingle, bins, and bins in a band: texts that share 9 words in 10 meet almost surely, 1 in 3 hardly ever.
WORDS, BINS, BAND = 3, 24, 3
# A text of fewer words says too little to be compared.
LEAST_WORDS = 30
ALIKE_SHARE = 0.85
_HASH_BYTES = 8


@dataclass(frozen=True)
class Mark:
    """A value by which an application may be found: its kind, what people read, what is compared."""

    kind: str
    label: str
    value: str


def marks_in(content: Mapping[str, Any]) -> list[Mark]:
    """The marks of what was deposited (the frozen `content`), without its text, each once."""
    held = content.get("organisation") or {}
    iban = (held.get("account") or {}).get("iban", "")
    number = held.get("enterprise_number", "")
    found = [
        ("organisation", held.get("name", ""), str(held.get("organisation") or "")),
        ("number", format_enterprise_number(number), number),
        ("iban", format_iban(iban), iban),
        *(("person", one["name"], fold(one["name"])) for one in held.get("officers", [])),
        *(_address(one) for one in held.get("addresses", [])),
    ]
    return list(dict.fromkeys(Mark(kind, label, value) for kind, label, value in found if value))


def text_in(content: Mapping[str, Any]) -> str:
    """All the prose of an application, in the order of its questions' codes, made comparable."""
    answers = content.get("answers") or {}
    return fold(" ".join(_texts(answers[code] for code in sorted(answers))))


def bands(text: str) -> list[str]:
    """What two nearly equal texts (already folded) have in common at least once; none for a text that is too short."""
    words = text.split()
    if len(words) < LEAST_WORDS:
        return []
    least = _least(words)
    return [
        f"{start // BAND}:{_joined(least[start : start + BAND])}" for start in range(0, BINS, BAND)
    ]


def alike_share(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1, over their letters in order."""
    return fuzz.ratio(one, other, score_cutoff=ALIKE_SHARE * 100) / 100


def _least(words: list[str]) -> list[int]:
    """The least hash of each bin; an empty bin takes that of the next one that holds something."""
    bins: list[int | None] = [None] * BINS
    for start in range(len(words) - WORDS + 1):
        shingle = " ".join(words[start : start + WORDS]).encode()
        number = int.from_bytes(blake2b(shingle, digest_size=_HASH_BYTES).digest())
        place, known = number % BINS, bins[number % BINS]
        bins[place] = number if known is None else min(known, number)
    last = next(number for number in bins if number is not None)
    filled = []
    for found in reversed(bins):
        last = last if found is None else found
        filled.append(last)
    return filled[::-1]


def _joined(numbers: Iterable[int]) -> str:
    text = "-".join(map(str, numbers)).encode()
    return blake2b(text, digest_size=_HASH_BYTES).hexdigest()


def _address(one: Mapping[str, Any]) -> tuple[str, str, str]:
    street, code = one.get("street", ""), one.get("postal_code", "")
    return (
        "address",
        f"{street}, {code} {one.get('town', '')}".strip(", "),
        fold(f"{street} {code}"),
    )


def _texts(values: Iterable[Any]) -> Iterable[str]:
    """Texts with a blank in them: codes, days and countries are no prose."""
    for value in values:
        if isinstance(value, str) and " " in value.strip():
            yield value
        elif isinstance(value, Mapping):
            yield from _texts(value.values())
        elif isinstance(value, list):
            yield from _texts(value)
