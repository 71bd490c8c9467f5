"""Begin a file that comes in pieces."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.models import PartialUpload
from jumelage.foundation.uploads.permissions import Pass
from jumelage.foundation.uploads.queries import place_of
from jumelage.foundation.uploads.rules.kinds import MEGABYTE

# On their way at one moment, for one person.
FILES_AT_ONCE = 20
BYTES_AT_ONCE = 200 * MEGABYTE
LONGEST_NAME = 200


def begin_upload(allowed: Pass, *, user: Any, name: str, length_bytes: int) -> PartialUpload:
    """An empty file of `user` that waits for its pieces, `length_bytes` in all.

    Raises Refused("upload-empty"), Refused("upload-too-large") or Refused("upload-quota") (more than 20 files or 200 MB
    on their way).
    """
    if not length_bytes:
        raise Refused("upload-empty")
    if length_bytes > allowed.largest_bytes:
        raise Refused(
            "upload-too-large",
            size_mb=-(-length_bytes // MEGABYTE),
            limit_mb=allowed.largest_bytes // MEGABYTE,
        )
    with transaction.atomic():
        _check_quota(user, length_bytes)
        upload = PartialUpload.objects.create(
            user=user,
            purpose=allowed.purpose,
            # As Django does with files of a form: no line breaks, nothing that turns the direction of reading.
            name="".join(filter(str.isprintable, name))[-LONGEST_NAME:],
            length_bytes=length_bytes,
            begun_at=timezone.now(),
        )
        Path(settings.UNFINISHED_ROOT).mkdir(mode=0o700, parents=True, exist_ok=True)
        place_of(upload).touch(mode=0o600)
    return upload


def _check_quota(user: Any, length_bytes: int) -> None:
    # Two files of one person that begin at once wait for each other here.
    get_user_model()._default_manager.select_for_update().get(pk=user.pk)
    mine = PartialUpload.objects.filter(user=user)
    total = mine.aggregate(total=Sum("length_bytes"))["total"] or 0
    if mine.count() >= FILES_AT_ONCE or total + length_bytes > BYTES_AT_ONCE:
        raise Refused("upload-quota")
