"""Names of fields and languages on staff pages."""

from collections.abc import Iterable

from django import template
from django.conf import settings

from jumelage.foundation.kernel.field_names import field_name

register = template.Library()


@register.filter
def fields_named(codes: Iterable[str]) -> str:
    """The fields, in words."""
    return ", ".join(field_name(code) for code in codes)


@register.filter
def language_named(code: str) -> str:
    """The language, in its own name."""
    return str(dict(settings.LANGUAGES).get(code, code))
