"""A mistake in a data file: where it stands and what it is, by code.

Source: docs/data-files.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

Path = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class Mistake:
    """File, line (from 1; 0: the file as a whole), and the code and details of its sentence."""

    file: str
    line: int
    code: str
    details: Mapping[str, Any] = field(default_factory=dict, compare=False)


def unknown(
    code: str, word: str, words: Iterable[str], **details: Any
) -> tuple[str, dict[str, Any]]:
    """`code` and details of “`word` is none of `words`”; `near` is the one most like it, or ""."""
    near = get_close_matches(word, list(words), n=1, cutoff=0.6)
    return code, {"word": word, "near": "".join(near), **details}
