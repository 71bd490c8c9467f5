"""Add a piece to a file on its way."""

import fcntl
import os

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.models import PartialUpload
from jumelage.foundation.uploads.queries import place_of


def append_piece(upload: PartialUpload, piece: bytes, *, offset: int) -> int:
    """Write `piece` behind the first `offset` bytes and give the new offset; it is on the disk when this returns.

    One writer at a time: of two that write at the same place, the second is refused. The database is not asked.
    Raises Refused("upload-offset"), Refused("upload-too-long") or Refused("upload-gone").
    """
    try:
        # Never made anew: the one that was dropped meanwhile stays dropped.
        target = os.open(place_of(upload), os.O_WRONLY | os.O_APPEND)
    except FileNotFoundError as error:
        raise Refused("upload-gone") from error
    try:
        fcntl.flock(target, fcntl.LOCK_EX)
        if os.fstat(target).st_size != offset:
            raise Refused("upload-offset")
        if offset + len(piece) > upload.length_bytes:
            raise Refused("upload-too-long")
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(target, rest) :]
        os.fsync(target)
    finally:
        os.close(target)
    return offset + len(piece)
