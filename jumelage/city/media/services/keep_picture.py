"""Keep a picture with its words, and smaller copies of it."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image

from jumelage.city.media.models import Picture
from jumelage.city.media.models.picture import copy_name
from jumelage.city.media.rules.sizes import height_at, widths_of
from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.services.check_texts import check_texts
from jumelage.foundation.uploads.services.keep_upload import keep_upload

KINDS = frozenset({"image/jpeg", "image/png", "image/webp"})
_QUALITY = 80


def keep_picture(
    slug: str,
    values: dict[str, Any],
    *,
    file: bytes | None = None,
    file_name: str = "",
    actor: Any = None,
) -> Picture:
    """The picture `slug` with `values` (fields of `Picture`); None as `file` leaves the one that is there.

    Raises Refused("picture-file-missing"), Refused("picture-words-both"), Refused("texts-missing") when its
    alternative text lacks a required language and it is not decorative, what `keep_upload` refuses, or ValidationError.
    """
    kept = Picture.objects.filter(slug=slug).first()
    if kept is None and file is None:
        raise Refused("picture-file-missing")
    _check_words(values, kept)
    with transaction.atomic():
        if file is not None:
            values = {**values, **_stored(slug, file, file_name)}
        return keep_record(Picture, {"slug": slug}, values, act="media.keep-picture", actor=actor)


def _check_words(values: dict[str, Any], kept: Picture | None) -> None:
    """What the picture shows must be said, or that it only adorns; not both."""
    alt = values.get("alt", kept.alt if kept else {})
    decorative = values.get("decorative", kept.decorative if kept else False)
    written = any((alt or {}).values())
    if decorative and written:
        raise Refused("picture-words-both")
    if not decorative:
        check_texts({"alt": alt or {}})


def _stored(slug: str, content: bytes, name: str) -> dict[str, Any]:
    upload = keep_upload(content, folder="pictures", owner=slug, name=name, kinds=KINDS)
    with default_storage.open(upload.file) as stored, Image.open(stored) as picture:
        size = picture.size
        widths = widths_of(size[0])
        # One reading, then each copy from the larger one: a third of the work.
        copy = picture.convert("RGBA" if _has_clear_parts(picture) else "RGB")
    for width in reversed(widths):
        copy = copy.resize((width, height_at(width, of=size)), Image.Resampling.LANCZOS)
        place = copy_name(upload.file, width)
        if not default_storage.exists(place):
            target = BytesIO()
            copy.save(target, "WEBP", quality=_QUALITY)
            default_storage.save(place, ContentFile(target.getvalue()))
    return {
        "file": upload.file,
        "media_type": upload.media_type,
        "size_bytes": upload.size_bytes,
        "sha256": upload.sha256,
        "width": size[0],
        "height": size[1],
        "widths": widths,
    }


def _has_clear_parts(picture: Image.Image) -> bool:
    return "A" in picture.getbands() or "transparency" in picture.info
