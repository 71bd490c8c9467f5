"""Throw away files on their way: one that is finished and kept, one given up, those that nobody sends on."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.uploads.models import PartialUpload
from jumelage.foundation.uploads.queries import expires_at, partial_upload, place_of


def drop_upload(key: Any, *, user: Any) -> bool:
    """Forget the file of `user` under `key`, once the transaction holds; whether there was one."""
    upload = partial_upload(user, key)
    if upload:
        _drop(upload)
    return upload is not None


def drop_expired(*, now: datetime) -> int:
    """Throw away the files of which no piece came for 24 hours; how many. Safe to run again."""
    expired = [
        one
        for one in PartialUpload.objects.all()
        if not place_of(one).exists() or expires_at(one) < now
    ]
    for one in expired:
        _drop(one)
    return len(expired)


def drop_all_of(person: Any) -> None:
    """Throw away whatever `person` has on its way."""
    for one in PartialUpload.objects.filter(user=person):
        _drop(one)


def _drop(upload: PartialUpload) -> None:
    place = place_of(upload)
    with transaction.atomic():
        upload.delete()
        transaction.on_commit(lambda: place.unlink(missing_ok=True))
