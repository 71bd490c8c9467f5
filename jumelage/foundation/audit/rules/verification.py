"""Whether the journal is whole: what its lines, its head row and the head kept outside the database tell together.

Source: RFC 2104 (HMAC) as in `chain.py`. A line that was changed has another digest; one that was removed leaves a
gap in the numbers; a tail that was cut, or a database put back in time, is behind the head kept outside.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jumelage.foundation.audit.rules.chain import START, digest_of


@dataclass(frozen=True)
class Line:
    """A line as it is found: its number, its digest, and what the digest covers."""

    number: int
    digest: str
    covers: dict[str, Any]


@dataclass(frozen=True)
class End:
    """The number and the digest of a last line; 0 and "" before the first."""

    number: int = 0
    digest: str = START


@dataclass(frozen=True)
class Finding:
    """What is wrong, by code, and at which number."""

    code: str
    number: int


def read_end(text: str) -> End | None:
    """The end written as "<number> <digest>"; None when it cannot be read."""
    match = re.fullmatch(r"(\d{1,18}) ([0-9a-f]{64})\n?", text, re.ASCII)
    return End(int(match[1]), match[2]) if match else None


def findings(lines: Iterable[Line], *, head: End, kept: End | None, key: str) -> Iterator[Finding]:
    """What is wrong with the journal, nothing when it is whole; `kept` is the head outside, None if it is lost.

    Lines beyond `kept` are right when their digests are: a crash may come between a line and its head outside.
    """
    last = End()
    digest_at_kept = START
    for line in lines:
        yield from _compared(line, last, key)
        if kept and line.number == kept.number:
            digest_at_kept = line.digest
        last = End(line.number, line.digest)
    yield from _against_head(last, head)
    yield from _against_kept(last, kept, digest_at_kept)


def _compared(line: Line, last: End, key: str) -> Iterator[Finding]:
    if line.number != last.number + 1:
        # The digest before is lost with its line: this one can no longer be recomputed.
        yield Finding("line-missing", last.number + 1)
    elif line.digest != digest_of(line.covers, number=line.number, previous=last.digest, key=key):
        yield Finding("line-changed", line.number)


def _against_head(last: End, head: End) -> Iterator[Finding]:
    if last.number < head.number:
        yield Finding("tail-missing", last.number + 1)
    elif last.number > head.number:
        yield Finding("line-inserted", head.number + 1)
    elif last.digest != head.digest:
        yield Finding("head-changed", head.number)


def _against_kept(last: End, kept: End | None, digest_at_kept: str) -> Iterator[Finding]:
    if kept is None:
        if last.number:
            yield Finding("outside-lost", last.number)
    elif last.number < kept.number:
        yield Finding("rolled-back", last.number + 1)
    elif digest_at_kept != kept.digest:
        yield Finding("outside-differs", kept.number)
