"""Keep a video, with its file or only its record."""

from typing import Any

from django.db import transaction

from jumelage.city.media.models import Video
from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.foundation.uploads.services.keep_upload import keep_upload

KINDS = frozenset({"video/mp4", "video/webm"})


def keep_video(
    slug: str,
    values: dict[str, Any],
    *,
    file: bytes | None = None,
    file_name: str = "",
    actor: Any = None,
) -> Video:
    """The video `slug` with `values` (fields of `Video`); None as `file` leaves what is there.

    Kind, bytes, hash and length are those found in the file. Raises what `keep_upload` refuses, or ValidationError.
    """
    with transaction.atomic():
        if file is not None:
            kept = keep_upload(file, folder="videos", owner=slug, name=file_name, kinds=KINDS)
            found = ("file", "media_type", "size_bytes", "sha256", "seconds")
            values = {**values, **{name: getattr(kept, name) for name in found}}
        return keep_record(Video, {"slug": slug}, values, act="media.keep-video", actor=actor)
