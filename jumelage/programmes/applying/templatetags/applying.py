"""Moments, questions and deeds of applications in words."""

from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from jumelage.city.dossiers.choices import Standing
from jumelage.city.dossiers.models import DossierDocument
from jumelage.city.dossiers.queries.completeness import standing_of
from jumelage.foundation.audit.models import Entry
from jumelage.programmes.applications.models import CompletionWindow
from jumelage.programmes.applications.queries.answers import Draft
from jumelage.programmes.applications.queries.receipts import moment_words
from jumelage.programmes.applying.phrases import ACTS
from jumelage.programmes.applying.queries.pages import places_of

register = template.Library()


@register.filter
def moment(value: datetime | None) -> SafeString | str:
    """A moment on the city's clocks, in the reader's language: "1 April 2027, 16:00"."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), moment_words(value))


@register.filter
def asked_places(window: CompletionWindow, draft: Draft) -> list[tuple[str, str]]:
    """What the form calls the questions that a completion re-opens, and where each is written."""
    return places_of(window, draft)


@register.filter
def completion_name(window: CompletionWindow) -> str:
    """How the receipt of a completion is called in its address."""
    return f"{window.deposit.number}+{window.pk}"


@register.filter
def stands(document: DossierDocument) -> Standing:
    """Where the validity of a document of the dossier stands today."""
    return standing_of(document, today=timezone.localdate())


@register.filter
def item(mapping: dict[str, Any], key: str) -> Any:
    """What stands under `key`; None when there is nothing."""
    return mapping.get(key)


@register.filter
def application_act(line: Entry) -> str:
    """What a line of the journal tells, in words; an act that nobody worded is shown by its code."""
    return str(ACTS.get(line.act, line.act))
