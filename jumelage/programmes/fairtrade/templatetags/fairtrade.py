"""What the journal tells of a certificate."""

from typing import Any

from django import template

from jumelage.programmes.fairtrade.phrases import ACTS

register = template.Library()


@register.filter
def certificate_act(line: Any) -> Any:
    """The act of a line of the journal, in words."""
    return ACTS.get(line.act, line.act)
