"""When a call opens and closes, what an envelope means, what changed, as people read it."""

from datetime import date, datetime, time
from typing import Any

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from jumelage.foundation.kernel.money import format_euros
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.kernel.wording import day_words
from jumelage.programmes.calls.choices import ApplicantKind, Authority, EnvelopeKind
from jumelage.programmes.calls.models import Envelope
from jumelage.programmes.calls.phrases import (
    LISTS,
    act_words,
    clocks_words,
    envelope_sentence,
    moment_words,
    words_of_field,
)
from jumelage.programmes.calls.rules.changes import differs_in, pieces, texts_by_language
from jumelage.programmes.calls.rules.states import Moved, moment_of

register = template.Library()
# What codes of frozen fields are called.
LABELS: dict[str, dict[str, Any]] = {
    "authority": dict(Authority.choices),
    "budget_authority": dict(Authority.choices),
    "kind": dict(EnvelopeKind.choices),
    "applicants": dict(ApplicantKind.choices),
}


@register.filter
def moment(when: datetime | date | None) -> SafeString:
    """A day with its weekday and, where it is known, the hour of the city's clocks."""
    if when is None:
        return format_html("{}", gettext("date not known"))
    if not isinstance(when, datetime):
        return format_html(
            '<time datetime="{}">{}</time>', when.isoformat(), day_words(when, weekday=True)
        )
    there = timezone.localtime(when)
    return format_html('<time datetime="{}">{}</time>', there.isoformat(), moment_words(when))


@register.filter
def clock(when: datetime) -> SafeString:
    """The hour of the city's clocks."""
    there = timezone.localtime(when)
    return format_html('<time datetime="{}">{}</time>', there.isoformat(), f"{there:%H:%M}")


@register.simple_tag
def clocks_of() -> str:
    """Whose clocks: “local time in Brussels”."""
    return clocks_words()


@register.simple_tag
def zone_name() -> str:
    """The city's time zone, for machines."""
    return str(settings.TIME_ZONE)


@register.filter
def day_of(day: PartialDate | None) -> SafeString:
    """A day with its weekday, or the month or year that is known; unknown is said."""
    if day is None:
        return format_html("{}", gettext("date not known"))
    words = (
        day_words(day.earliest, weekday=True) if day.day else day.in_words(get_language() or "fr")
    )
    return format_html('<time datetime="{}">{}</time>', day, words)


@register.filter
def struck(moved: Moved) -> SafeString:
    """The end that a call had before it was moved, struck out."""
    when = moment_of(moved.day, moved.hour, zone=settings.TIME_ZONE)
    return format_html("<del>{}</del>", moment(when) if when else day_of(moved.day))


@register.filter
def hour_of(hour: time | None) -> str:
    """An hour, or nothing."""
    return f"{hour:%H:%M}" if hour else ""


@register.filter
def envelope_means(envelope: Envelope) -> str:
    """What the envelope means, in a sentence."""
    amount = format_euros(envelope.amount_cents, get_language() or "fr")
    return envelope_sentence(EnvelopeKind(envelope.kind).value, amount)


@register.filter
def call_act(line: Any) -> str:
    """The act of a line of the journal, in words."""
    return act_words(line.act)


@register.filter
def is_proposal(record: Any) -> bool:
    """Whether the rule is the platform's own."""
    return bool(record.authority == Authority.PROPOSAL)


@register.filter
def list_named(code: str) -> Any:
    """The name of a list of a call."""
    return LISTS.get(code, code)


@register.filter
def field_named(code: str) -> str:
    """The name of a field of a call or of its rows."""
    return words_of_field(code)


@register.filter
def titled(title: Any) -> SafeString:
    """The title of a row, wearing its `lang` when it is not the reader's language."""
    return Translated(title or {}).marked


@register.filter
def changed_words(field: dict[str, Any]) -> SafeString:
    """A text as it was and became: what went is struck out, what came is marked.

    What did not change in the reader's language, or does not exist in it, is shown in one in which it did, which is
    said.
    """
    before, after = (texts_by_language(field[side]) for side in ("before", "after"))
    if field["name"] == "track" or not (before or after):
        return _marked(_shown(field, "before"), _shown(field, "after"))
    reader = get_language() or "fr"
    language = differs_in(before, after, [reader, *dict(settings.LANGUAGES)])
    told = _marked(before.get(language, ""), after.get(language, ""))
    if language == reader:
        return told
    exists = (after or before).get(reader)
    note = (
        gettext("In English it stays as it was. The change is in another language: %(name)s.")
        if exists
        else gettext("It does not exist in English. Here it is in another language: %(name)s.")
    )
    name = dict(settings.LANGUAGES)[language]
    html = '<span lang="{}">{}</span> <small>{}</small>'
    return format_html(html, language, told, note % {"name": name})


def _marked(before: str, after: str) -> SafeString:
    marks = {"same": "{}", "out": "<del>{}</del>", "in": "<ins>{}</ins>"}
    parts = (format_html(marks[piece.kind], piece.words) for piece in pieces(before, after))
    return format_html_join(" ", "{}", ((part,) for part in parts))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _shown(field: dict[str, Any], side: str) -> str:
    """A frozen value, other than a text, as people read it."""
    value = field[side]
    if field["name"] == "track":
        return gettext("For every track") if value is None else str(Translated(value or {}))
    if field["name"] == "form" and value:
        return gettext("Version %(number)s") % {"number": value}
    if field["name"] in LABELS and value:
        return ", ".join(str(LABELS[field["name"]].get(one, one)) for one in _listed(value))
    if field["name"].endswith("_cents") and isinstance(value, int):
        return format_euros(value, get_language() or "fr")
    return _said(value)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    return "" if value in (None, []) else str(value)
