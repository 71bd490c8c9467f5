"""What the journal tells about a form, in words."""

from django import template

from jumelage.foundation.questionnaires.choices import ACTS

register = template.Library()


@register.filter
def form_act(act: str) -> str:
    """The act of a line of the journal."""
    return str(ACTS.get(f"questionnaires.{act}", act))
