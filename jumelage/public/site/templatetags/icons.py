"""Icons drawn into the page: they cost no request and take the colour of their text."""

import re
from functools import cache

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
FOLDER = settings.BASE_DIR / "design/icons/lucide"
INSIDE = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """The drawing `name`, hidden from assistive technology: words stand beside it."""
    found = INSIDE.search((FOLDER / f"{name}.svg").read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"design/icons/lucide/{name}.svg holds no drawing")
    lines = " ".join(found[1].split()).replace(" />", "/>").replace("> <", "><")
    # Our own file, not a text of people.
    return mark_safe(
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{lines}</svg>'
    )


@register.simple_tag
def icon_names() -> list[str]:
    """The names of all icons, for the style guide."""
    return sorted(file.stem for file in FOLDER.glob("*.svg"))
