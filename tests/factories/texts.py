"""Texts in the three languages."""

from jumelage.foundation.kernel.translated import Translated


def text(words: str) -> Translated:
    """`words` in French, Dutch and English, each telling its language."""
    return Translated({code: f"{words} ({code})" for code in ("fr", "nl", "en")})
