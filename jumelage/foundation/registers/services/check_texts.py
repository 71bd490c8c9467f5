"""What a public notice needs before visitors see it.

Source: laws on the use of languages in administrative matters, coordinated on 18 July 1966, article 18: notices of
the local services of Brussels-Capital to the public are drawn up in French and in Dutch.
"""

from collections.abc import Mapping

from django.conf import settings

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.field_names import field_name


class MissingTexts(tuple[tuple[str, str], ...]):
    """Fields (codes) and the language that each lacks, in words when shown: “Title (Nederlands)”."""

    __slots__ = ()

    def __str__(self) -> str:
        names = dict(settings.LANGUAGES)
        return ", ".join(f"{field_name(code)} ({names[language]})" for code, language in self)


def check_texts(texts: Mapping[str, Mapping[str, str]]) -> None:
    """Accept a notice whose `texts` (by field) are all written in the languages of the law (REQUIRED_LANGUAGES).

    Raises Refused("texts-missing"), which names the fields.
    """
    missing = MissingTexts(
        (code, language)
        for code, text in texts.items()
        for language in settings.REQUIRED_LANGUAGES
        if not text.get(language)
    )
    if missing:
        raise Refused("texts-missing", fields=missing)
