"""Who may send a file in pieces, and for what: a room hands a pass to the person whose page asks for a file."""

from dataclasses import dataclass
from typing import Any

from django.core import signing

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.rules.pieces import LARGEST_BYTES

PASS_SECONDS = 24 * 3600
_SALT = "jumelage.uploads.pass"


@dataclass(frozen=True)
class Pass:
    """What a person may send: for which record, and how heavy at most (bytes)."""

    purpose: str
    largest_bytes: int


def upload_pass(user: Any, purpose: str, *, largest_bytes: int = LARGEST_BYTES) -> str:
    """A signed text that lets `user`, and nobody else, send a file for `purpose` ("room.record:number") for 24 hours,
    of `largest_bytes` bytes at most.

    The room makes it after it has checked that `user` may, and checks again when the file is handed over.
    """
    return signing.dumps({"u": user.pk, "p": purpose, "l": largest_bytes}, salt=_SALT)


def read_pass(text: str, user: Any) -> Pass:
    """What the pass `text` allows `user`. Raises Refused("upload-pass") when it is old, changed or somebody else's."""
    try:
        told = signing.loads(text, salt=_SALT, max_age=PASS_SECONDS)
    except signing.BadSignature as error:
        raise Refused("upload-pass") from error
    if told["u"] != user.pk:
        raise Refused("upload-pass")
    return Pass(told["p"], told["l"])
