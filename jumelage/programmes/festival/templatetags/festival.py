"""When an occurrence takes place, and in which language, as people say it."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import day_words
from jumelage.foundation.reference.queries import language_name
from jumelage.programmes.festival.models import Occurrence
from jumelage.programmes.festival.phrases import days_words, hour_words

register = template.Library()


@register.filter
def weekday(day: date) -> str:
    """A day with its weekday: “mercredi 25 septembre 2024”."""
    return day_words(day, weekday=True)


@register.filter
def days(occurrence: Occurrence) -> SafeString:
    """From which day to which, readable by machines too where it is one day, month or year."""
    words = days_words(occurrence.date, occurrence.until)
    if occurrence.date and occurrence.until in {None, occurrence.date}:
        return format_html('<time datetime="{}">{}</time>', occurrence.date, words)
    return format_html("{}", words)


@register.filter
def hours(occurrence: Occurrence) -> str:
    """The hours; unknown is said."""
    return hour_words(occurrence.starts_at, occurrence.ends_at)


@register.filter
def spoken(code: str) -> str:
    """The name of a language; a code that the list does not know stays as it is."""
    try:
        return language_name(code)
    except Refused:
        return code
