"""Codes of the lists in the reader's words; a code that no list knows is shown as it is."""

from collections.abc import Callable

from django import template

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.reference import queries

register = template.Library()


def _register(name: str, name_of: Callable[..., str]) -> None:
    def in_words(code: str | int) -> str:
        try:
            return name_of(str(code))
        except Refused:
            return str(code)

    register.filter(name, in_words)


_register("country", queries.country_name)
_register("language", queries.language_name)
_register("goal", queries.sdg_name)


@register.filter
def sector(code: str | int) -> str:
    """The DAC names its sectors in French and English only: elsewhere the name wears its `lang`."""
    try:
        return queries.entry("sectors", str(code)).name.marked
    except Refused:
        return str(code)
