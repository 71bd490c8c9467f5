"""Fields and values of allauth, made fit to be read."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()
# As browsers name themselves in what they send; the first that is found tells.
_BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
_SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "Linux": "Linux",
}


@register.filter
def bare(field: BoundField) -> SafeString:
    """The input without a placeholder (the label says it) nor a style of its own (the CSP refuses it)."""
    attrs = {"placeholder": False, "style": False, "class": "" if _ticked(field) else "input"}
    return field.as_widget(attrs=attrs)


@register.filter
def device(user_agent: str) -> str:
    """The browser and the system that a session tells of, for example "Firefox, Windows"; "" if unknown."""
    found = [
        next((name for sign, name in signs.items() if sign in user_agent), "")
        for signs in (_BROWSERS, _SYSTEMS)
    ]
    return ", ".join(filter(None, found))


@register.filter
def in_fours(key: str) -> str:
    """A long key in groups of four signs, so that the eye does not lose its place."""
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


def _ticked(field: BoundField) -> bool:
    return field.widget_type in {"checkbox", "radioselect"}
