"""The seal of a backup: a keyed hash over the whole file, kept in its last bytes.

The file is a ZIP archive whose comment ends it: a mark, the key's fingerprint, the hash of every byte before.
One byte changed anywhere, or the end cut off, and the hash differs; who has no key makes no backup of ours.
"""

import hmac
import os
from hashlib import sha256
from typing import BinaryIO, Protocol

from jumelage.foundation.kernel.errors import Refused

MARK = b"jumelage-backup-1 "
_FINGERPRINT, _HASH = 16, 64
_BLOCK = 1 << 20


class Sink(Protocol):
    """Where sealed bytes go."""

    def write(self, data: bytes, /) -> int:
        """Take some bytes."""
        ...


def _key(secret: str) -> bytes:
    return hmac.digest(secret.encode(), b"jumelage backup", "sha256")


def _fingerprint(secret: str) -> bytes:
    return hmac.digest(_key(secret), b"fingerprint", "sha256").hex()[:_FINGERPRINT].encode()


def comment(secret: str) -> bytes:
    """The archive's comment, with room for the hash that nobody knows yet."""
    return MARK + _fingerprint(secret) + b" " + b"0" * _HASH


class Sealing:
    """Passes bytes on and hashes them; holds the last ones back, in whose place `seal` puts the hash.

    It cannot be sought in, so that an archive is written in one go.
    """

    def __init__(self, target: Sink, secret: str) -> None:
        self._target, self._held = target, b""
        self._hash = hmac.new(_key(secret), digestmod=sha256)

    def write(self, data: bytes) -> int:
        """Take some bytes."""
        ready = self._held + bytes(data) if len(data) < _HASH else None
        if ready is None:
            self._pass(self._held)
            ready = bytes(data)
        self._pass(ready[:-_HASH])
        self._held = ready[-_HASH:]
        return len(data)

    def _pass(self, data: bytes) -> None:
        self._hash.update(data)
        self._target.write(data)

    def flush(self) -> None:
        """Nothing waits here but the room for the hash."""

    def seal(self) -> None:
        """End the file with its hash."""
        self._target.write(self._hash.hexdigest().encode())


def check_seal(file: BinaryIO, secret: str) -> None:
    """Read the whole file and compare its hash.

    Raises Refused("backup-cut"), Refused("backup-other-key") or Refused("backup-altered").
    """
    length = len(comment(secret))
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - length))
    end = file.read()
    if len(end) < length or not end.startswith(MARK):
        raise Refused("backup-cut")
    if end[len(MARK) : -_HASH].rstrip() != _fingerprint(secret):
        raise Refused("backup-other-key")
    found = hmac.new(_key(secret), digestmod=sha256)
    file.seek(0)
    left = size - _HASH
    while left and (block := file.read(min(_BLOCK, left))):
        found.update(block)
        left -= len(block)
    if not hmac.compare_digest(found.hexdigest().encode(), end[-_HASH:]):
        raise Refused("backup-altered")
    file.seek(0)
