"""Fields of allauth's forms, without what its widgets bring that we do not want."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def bare(field: BoundField) -> SafeString:
    """The input without a placeholder (the label says it) nor a style of its own (the CSP refuses it)."""
    attrs = {"placeholder": False, "style": False, "class": "" if _ticked(field) else "input"}
    return field.as_widget(attrs=attrs)  # type: ignore[arg-type]


def _ticked(field: BoundField) -> bool:
    return field.widget_type in {"checkbox", "radioselect"}
