"""Numbers of a dossier as they are printed."""

from django import template
from stdnum.iban import format as format_iban

from jumelage.foundation.kernel.enterprise_number import format_enterprise_number

register = template.Library()


@register.filter
def iban(number: str) -> str:
    """In groups of four: BE71 0961 2345 6769."""
    return format_iban(number)


@register.filter
def enterprise(number: str) -> str:
    """With its dots: 0403.019.261; nothing for none."""
    return format_enterprise_number(number) if number else ""
