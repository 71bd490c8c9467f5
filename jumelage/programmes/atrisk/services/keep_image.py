"""Keep the picture of a person: pixels only, under a name that nobody guesses."""

from io import BytesIO
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image, ImageOps, UnidentifiedImageError

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.atrisk.models import AdoptedPerson

LIMIT_MILLIONS = 20
WIDEST_PIXELS = 1_200
_FORMATS = ("PNG", "JPEG", "WEBP")


def keep_image(
    person: AdoptedPerson, content: bytes, *, alt: dict[str, str], credit: str, actor: Any
) -> None:
    """The picture `content` of `person`, made anew without what a camera writes into it, at most 1,200 pixels wide.

    Raises Refused("atrisk-image-alt-missing"), Refused("atrisk-image-unreadable") or Refused("atrisk-image-large").
    """
    if not all(alt.get(code) for code in settings.REQUIRED_LANGUAGES):
        raise Refused("atrisk-image-alt-missing")
    name = f"atrisk/{uuid4().hex}.jpg"
    default_storage.save(name, ContentFile(_pixels(content)))
    with transaction.atomic():
        locked = AdoptedPerson.every.select_for_update().get(pk=person.pk)
        locked.image, locked.image_alt, locked.image_credit = name, alt, credit
        locked.save(update_fields=["image", "image_alt", "image_credit"])
        write_line("atrisk.keep-image", person, actor=actor, public=locked.published)


def _pixels(content: bytes) -> bytes:
    try:
        picture = Image.open(BytesIO(content), formats=_FORMATS)
        millions = picture.width * picture.height // 1_000_000
        if millions > LIMIT_MILLIONS:
            raise Refused("atrisk-image-large", pixels=millions, limit=LIMIT_MILLIONS)
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Refused("atrisk-image-unreadable") from error
    upright.thumbnail((WIDEST_PIXELS, WIDEST_PIXELS))
    made = BytesIO()
    Image.frombytes("RGB", upright.size, upright.tobytes()).save(made, "JPEG", quality=85)
    return made.getvalue()
