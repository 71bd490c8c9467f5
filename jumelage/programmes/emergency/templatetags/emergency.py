"""Quantities as people write them."""

from decimal import Decimal

from babel.numbers import format_decimal
from django import template
from django.utils.translation import get_language

register = template.Library()


@register.filter
def quantity(number: Decimal) -> str:
    """A number of units, without the zeros that say nothing."""
    return format_decimal(number, "#,##0.##", locale=get_language() or "fr")
