"""A logo made safe: read, made small, written again as PNG, so that nothing but the picture is kept.

Source: OWASP, "File Upload Cheat Sheet" (rewrite images; an SVG can carry scripts).
"""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from jumelage.foundation.kernel.errors import Refused

LARGEST_BYTES = 2_000_000
LARGEST_PIXELS = 20_000_000
# Twice the height at which it is shown.
HEIGHT, WIDTH = 96, 480
KINDS = ("PNG", "JPEG", "WEBP")


def clean_logo(content: bytes) -> bytes:
    """The picture as a small PNG, without what the file told besides.

    Raises Refused("logo-too-large"), Refused("logo-svg") or Refused("logo-unreadable").
    """
    if len(content) > LARGEST_BYTES:
        raise Refused("logo-too-large")
    if b"<svg" in content[:4096].lower():
        raise Refused("logo-svg")
    try:
        with Image.open(BytesIO(content), formats=KINDS) as image:
            if image.width * image.height > LARGEST_PIXELS:
                raise Refused("logo-too-large")
            picture = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Refused("logo-unreadable") from error
    picture.thumbnail((WIDTH, HEIGHT))
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
