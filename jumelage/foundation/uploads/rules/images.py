"""An image without what its camera or its maker added: place, device, comments, hidden files behind its end.

Source: Regulation (EU) 2016/679, article 5 (1)(c): data are limited to what is necessary; Exif 2.3 §4.6 (place,
orientation). A picture is turned as its camera meant before that note goes.
"""

import warnings
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.rules.kinds import JPEG, PNG, WEBP, name_of

PIXELS = 40_000_000
_FORMATS = {PNG: "PNG", JPEG: "JPEG", WEBP: "WEBP"}
_KEPT = {"icc_profile", "transparency"}


def clean_image(content: bytes, kind: str, *, widest: int | None = None) -> bytes:
    """The same picture and nothing else, at most `widest` pixels wide and high.

    Its measures are read before any pixel is. Raises Refused("upload-pixels") or Refused("upload-broken").
    """
    try:
        with warnings.catch_warnings():
            # Pillow's own warning of a large image: our limit is lower and speaks for itself.
            warnings.simplefilter("ignore")
            picture = Image.open(BytesIO(content), formats=[_FORMATS[kind]])
            _check_pixels(*picture.size)
            return _written(picture, kind, widest)
    except Refused:
        raise
    except Image.DecompressionBombError as error:
        raise Refused("upload-pixels", width="?", height="?", limit_mpx=PIXELS // 10**6) from error
    except Exception as error:
        # Pillow lets many kinds of errors out of a damaged file.
        raise Refused("upload-broken", found=name_of(kind)) from error


def _check_pixels(width: int, height: int) -> None:
    if width * height > PIXELS:
        raise Refused("upload-pixels", width=width, height=height, limit_mpx=PIXELS // 10**6)


def _written(picture: Image.Image, kind: str, widest: int | None) -> bytes:
    picture.load()
    turned = ImageOps.exif_transpose(picture)
    small = widest is None or max(turned.size) <= widest
    if widest and not small:
        turned.thumbnail((widest, widest))
    kept: dict[Any, Any] = {name: one for name, one in picture.info.items() if name in _KEPT}
    options: dict[str, object] = {"icc_profile": kept.get("icc_profile")}
    if kind == JPEG:
        # As fine as it came, unless it had to be turned or made smaller.
        same = small and picture.getexif().get(0x0112, 1) == 1
        turned = picture if same else turned
        options |= {"quality": "keep" if same else 92, "progressive": True}
    if kind == WEBP:
        options |= {"quality": 90}
    turned.info = kept
    target = BytesIO()
    turned.save(target, _FORMATS[kind], **options)
    return target.getvalue()
