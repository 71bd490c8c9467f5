"""Values of the kernel as people say them, in the reader's language."""

import re
from datetime import date, datetime
from typing import Any

from babel.numbers import format_decimal
from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext, pgettext

from jumelage.foundation.kernel.money import format_euros
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.periods import Period
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.kernel.wording import day_words

register = template.Library()
KILOBYTE, MEGABYTE = 1_000, 1_000_000


@register.filter
def in_words(known: PartialDate | None) -> SafeString | str:
    """A partial date in words, readable by machines too; "" when unknown."""
    if known is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', known, known.in_words(_reader()))


@register.filter
def day(when: date | None) -> SafeString | str:
    """A day, or that of a moment on the city's clocks, readable by machines too; "" when unknown."""
    if when is None:
        return ""
    there = localtime(when) if isinstance(when, datetime) else when
    return format_html('<time datetime="{}">{}</time>', f"{there:%Y-%m-%d}", day_words(there))


@register.filter
def day_and_hour(when: datetime) -> SafeString:
    """A moment on the city's clocks, readable by machines too."""
    there = localtime(when)
    words = f"{day_words(there)}, {there:%H:%M}"
    return format_html('<time datetime="{}">{}</time>', there.isoformat(), words)


@register.filter
def period(record: Any) -> str:
    """From when to when, of anything with a `start` and an `end`; "" when nothing is known."""
    start, end = record.start, record.end
    if start and not end:
        since = pgettext("day", "since %(date)s") if start.day else gettext("since %(date)s")
        return since % {"date": start.in_words(_reader())}
    if end and not start:
        until = pgettext("day", "until %(date)s") if end.day else gettext("until %(date)s")
        return until % {"date": end.in_words(_reader())}
    return Period(start, end).in_words(_reader())


@register.filter
def euros(cents: int) -> str:
    """An amount of euro cents."""
    return format_euros(cents, _reader())


@register.filter
def file_size(size_bytes: int) -> str:
    """A number of bytes in the reader's kilobytes or megabytes (thousands, as file managers count)."""
    large = size_bytes >= MEGABYTE
    number = format_decimal(size_bytes / (MEGABYTE if large else KILOBYTE), "0.##", _reader())
    return gettext("%s MB") % number if large else gettext("%s kB") % number


@register.filter
def paragraphs(text: Translated | str) -> SafeString:
    """A text as paragraphs, each wearing its `lang` when it is not the reader's language."""
    language = getattr(text, "language", _reader())
    parts = [part for part in re.split(r"\n\s*\n", str(text).strip()) if part]
    if language in {"", _reader()}:
        return format_html_join("\n", "<p>{}</p>", ((part,) for part in parts))
    return format_html_join("\n", '<p lang="{}">{}</p>', ((language, part) for part in parts))


def _reader() -> str:
    return get_language() or "fr"
