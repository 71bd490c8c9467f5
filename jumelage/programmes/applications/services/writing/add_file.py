"""Join a file to an application, and take one away."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.queries.forms import definition_of
from jumelage.foundation.uploads.services.keep_upload import keep_upload
from jumelage.programmes.applications.models import Application, Attachment
from jumelage.programmes.applications.queries.answers import DOCUMENT
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.writing import check_writable, locked_for

_NAME = 200


def add_file(
    access: Access, field: str, content: bytes, *, name: str, user: Any, now: datetime
) -> Attachment:
    """Keep `content`, which came as `name`, for the question `field`; the same file sent again is kept once.

    Raises Refused("field-unknown"), Refused("files-many"), what `check_writable` or `keep_upload` refuses.
    """
    # Looked at before the lock is taken: reading a large file takes long, and others deposit meanwhile.
    _check_field(access.application, access, field, now=now)
    kept = keep_upload(content, folder="applications", owner=str(access.application.key), name=name)
    with transaction.atomic():
        application = locked_for(access)
        _check_field(application, access, field, now=now)
        standing = application.attachments.filter(field=field, removed_at=None)
        if same := standing.filter(sha256=kept.sha256).first():
            return same
        if standing.count() >= _most(application, field):
            raise Refused("files-many", most=_most(application, field))
        found = Attachment.objects.create(
            application=application,
            field=field,
            file=kept.file,
            name=name[-_NAME:] or kept.file.rpartition("/")[2],
            media_type=kept.media_type,
            size_bytes=kept.size_bytes,
            sha256=kept.sha256,
            pages=kept.pages,
            tagged=kept.tagged,
            added_by=user,
            added_at=now,
        )
        _touch(application, now=now)
    return found


def remove_file(access: Access, number: int, *, now: datetime) -> Attachment:
    """Take the file `number` out of the application; it stays kept while a deposit may name it.

    Raises Refused("file-unknown") or what `check_writable` refuses.
    """
    with transaction.atomic():
        application = locked_for(access)
        found = application.attachments.filter(pk=number, removed_at=None).first()
        if found is None:
            raise Refused("file-unknown")
        _check_field(application, access, found.field, now=now)
        found.removed_at = now
        found.save(update_fields=["removed_at"])
        _touch(application, now=now)
    return found


def _check_field(application: Application, access: Access, field: str, *, now: datetime) -> None:
    allowed = check_writable(application, access, now=now)
    if (allowed is not None and field not in allowed) or not _most(application, field):
        raise Refused("field-unknown")


def _most(application: Application, field: str) -> int:
    """How many files a question takes; 0 when it takes none."""
    if field.startswith(DOCUMENT):
        slugs = application.call.asked_documents.values_list("slug", flat=True)
        return int(field.removeprefix(DOCUMENT) in set(slugs))
    asked = definition_of(application.form_version).by_code.get(field)
    return asked.files_most if asked and asked.kind == "file" else 0


def _touch(application: Application, *, now: datetime) -> None:
    application.saved_at = now
    application.save(update_fields=["saved_at"])
