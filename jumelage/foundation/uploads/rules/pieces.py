"""The words of resumable uploads: what a client says in its headers.

Source: tus resumable upload protocol 1.0.0, core protocol and the extensions creation, expiration, termination and
checksum.
"""

import base64
import re
from hashlib import sha1, sha256
from hmac import compare_digest

from jumelage.foundation.kernel.errors import Refused

VERSION = "1.0.0"
EXTENSIONS = "creation,expiration,termination,checksum"
CHECKSUMS = {"sha1": sha1, "sha256": sha256}
PIECE_TYPE = "application/offset+octet-stream"
# A piece is held in memory while it comes.
PIECE_BYTES = 2 * 1024 * 1024
LARGEST_BYTES = 50_000_000


def read_number(text: str) -> int:
    """A length or an offset in bytes. Raises Refused("upload-header")."""
    if not re.fullmatch(r"\d{1,15}", text, re.ASCII):
        raise Refused("upload-header")
    return int(text)


def read_metadata(text: str) -> dict[str, str]:
    """The pairs of Upload-Metadata: names, and values that were sent in base 64. Raises Refused("upload-header")."""
    found = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        name, _, value = pair.partition(" ")
        try:
            found[name] = base64.b64decode(value, validate=True).decode()
        except ValueError as error:
            raise Refused("upload-header") from error
    return found


def matches(piece: bytes, checksum: str) -> bool:
    """Whether `piece` is the one that "sha256 <base 64>" speaks of. Raises Refused("upload-header")."""
    algorithm, _, told = checksum.partition(" ")
    if algorithm not in CHECKSUMS:
        raise Refused("upload-header")
    real = base64.b64encode(CHECKSUMS[algorithm](piece).digest()).decode()
    return compare_digest(real, told.strip())
