"""Keep an archive of data files that somebody sent, and have it checked."""

from secrets import token_hex
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.services.start_work import start_work
from jumelage.foundation.uploads.queries import virus_in
from jumelage.public.loading.choices import BundleWork
from jumelage.public.loading.rules.bundle import check_size, members_of, opened


def send_bundle(content: bytes, *, name: str, actor: Any) -> Work:
    """Keep the archive `content`, which came as `name`, and start its check; nothing is written from it yet.

    Raises Refused("bundle-large"), what `opened` and `members_of` refuse, Refused("upload-infected") or
    Refused("upload-unscanned").
    """
    check_size(len(content))
    with opened(content) as archive:
        members_of(archive, folders=())
    if virus := virus_in(content):
        raise Refused("upload-infected", virus=virus)
    kept = default_storage.save(f"work/{token_hex(16)}.zip", ContentFile(content))
    title = f"{BundleWork.CHECK.label}: {name[:100]}"
    given = {"file": kept, "name": name[:100], "title": title, "page": "load-result"}
    return start_work(BundleWork.CHECK, given, actor=actor)
