"""Late codes as they are written and found again."""

import base64
import hmac

from django.utils.crypto import salted_hmac

from jumelage.programmes.applications.models import LateCode

_LENGTH = 12


def code_of(late: LateCode) -> str:
    """The code as the person reads it, drawn from the site's secret: "K7QF-9T2M-XR4P"."""
    digest = salted_hmac("applications.late-code", late.nonce, algorithm="sha256").digest()
    text = base64.b32encode(digest).decode()[:_LENGTH]
    return "-".join(text[start : start + 4] for start in range(0, _LENGTH, 4))


def is_code_of(late: LateCode, text: str) -> bool:
    """Whether somebody wrote this code, with or without hyphens, in capitals or not."""
    bare = "".join(letter for letter in text.upper() if letter.isalnum())
    return hmac.compare_digest(bare.encode(), code_of(late).replace("-", "").encode())
