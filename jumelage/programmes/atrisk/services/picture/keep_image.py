"""Keep the picture of a person."""

from typing import Any

from django.conf import settings

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.services.keep_upload import keep_upload
from jumelage.programmes.atrisk.models import AdoptedPerson
from jumelage.programmes.atrisk.services.picture.set_image import set_image

IMAGE_KINDS = ("image/png", "image/jpeg", "image/webp")
WIDEST_PIXELS = 1_200


def keep_image(
    person: AdoptedPerson,
    content: bytes,
    *,
    alt: dict[str, str],
    credit: str,
    actor: Any,
    file_name: str = "",
) -> None:
    """The picture `content` of `person`, without what a camera writes into it, at most 1,200 pixels wide and high.

    The one before is deleted. Raises Refused("atrisk-image-alt-missing"), or what `keep_upload` refuses.
    """
    if not all(alt.get(code) for code in settings.REQUIRED_LANGUAGES):
        raise Refused("atrisk-image-alt-missing")
    kept = keep_upload(
        content,
        folder="atrisk",
        owner=person.slug,
        name=file_name,
        kinds=IMAGE_KINDS,
        widest=WIDEST_PIXELS,
    )
    values = {"image": kept.file, "image_type": kept.media_type}
    words = {"image_alt": alt, "image_credit": credit}
    set_image(person, {**values, **words}, act="atrisk.keep-image", actor=actor)
