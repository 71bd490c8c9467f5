"""Names of fields and languages on staff pages."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.forms import BaseForm

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


@register.filter
def grouped(form: BaseForm) -> list[Any]:
    """The inputs of a form as the desk shows them: in its own groups, else one by one; hidden ones stand apart."""
    own: list[Any] | None = getattr(form, "groups", None)
    one_by_one = [
        {"translated": False, "label": one.label, "inputs": [one]} for one in form.visible_fields()
    ]
    return one_by_one if own is None else own
