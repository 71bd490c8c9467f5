"""Statuses and intervals on pages."""

from typing import Any

from django import template

from jumelage.programmes.atrisk.choices import Status
from jumelage.programmes.atrisk.phrases import ACTS, CONTRADICTIONS, dated
from jumelage.programmes.atrisk.rules.statuses import letter_place

register = template.Library()
_TONES = {"open": "warn", "restrictions": "warn", "closed": "ok", "paused": "plain"}
_PLAIN = {Status.DECEASED, Status.EXECUTED}


@register.filter
def when(record: Any) -> str:
    """The date of a record, or the interval within which it lies."""
    return dated(record.date, record.until)


@register.filter
def status_dated(person: Any) -> str:
    """Of when what we know of the person's status is."""
    return dated(person.status_date, person.status_until)


@register.inclusion_tag("components/tag.html")
def status_tag(person: Any) -> dict[str, Any]:
    """The status as a tag: its words, and a tone."""
    tone = "plain" if person.status in _PLAIN else _TONES[letter_place(person.status)]
    return {"label": person.get_status_display(), "tone": tone}


@register.filter
def contradiction(code: str) -> Any:
    """Why two events cannot both be right."""
    return CONTRADICTIONS[code]


@register.filter
def act_in_words(line: Any) -> Any:
    """What a line of the journal tells about a file; other rooms' codes are shown as they are."""
    return ACTS.get(line.act, line.act)
