"""Files that come in pieces: what has arrived, and a finished one for the room that asked for it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.models import PartialUpload

KEPT_HOURS = 24


@dataclass(frozen=True)
class Sent:
    """A file that came whole: the name it came with, and its bytes."""

    key: UUID
    name: str
    content: bytes


def partial_upload(user: Any, key: Any) -> PartialUpload | None:
    """The file of `user` on its way under `key` (UUID or its text); None when it is somebody else's or gone."""
    try:
        number = UUID(str(key))
    except ValueError:
        return None
    found = PartialUpload.objects.filter(pk=number, user=user.pk).first()
    return found if found and place_of(found).exists() else None


def place_of(upload: PartialUpload) -> Path:
    """Where what has arrived lies: outside the media, served by nobody."""
    return Path(settings.UNFINISHED_ROOT) / upload.key.hex


def offset_of(upload: PartialUpload) -> int:
    """How many bytes have arrived: what is on the disk."""
    return place_of(upload).stat().st_size


def expires_at(upload: PartialUpload) -> datetime:
    """When the file is thrown away unless a piece comes: 24 hours after the last one."""
    last = datetime.fromtimestamp(place_of(upload).stat().st_mtime, tz=UTC)
    return last + timedelta(hours=KEPT_HOURS)


def finished_upload(key: Any, *, user: Any, purpose: str) -> Sent:
    """The file that `user` sent for `purpose`, whole; it stays until `drop_upload`, after the room has kept it.

    Raises Refused("upload-gone") (somebody else's, for something else, or thrown away) or Refused("upload-unfinished").
    """
    found = partial_upload(user, key)
    if found is None or found.purpose != purpose:
        raise Refused("upload-gone")
    content = place_of(found).read_bytes()
    if len(content) != found.length_bytes:
        raise Refused("upload-unfinished")
    return Sent(found.key, found.name, content)
