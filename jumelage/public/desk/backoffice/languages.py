"""Which texts are written in which language."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.choices import Act, TextState
from jumelage.foundation.registers.models import RecordTexts
from jumelage.foundation.registers.permissions import may_read, staff_view
from jumelage.foundation.registers.queries.registry import registers
from jumelage.foundation.registers.queries.texts import records_listed, standings
from jumelage.public.site.choices import Act as SiteAct
from jumelage.public.site.queries.page_languages import page_standings

PAGE_ROWS = 20
READERS = (Act.READ, SiteAct.WRITE_PAGES)


@staff_view(*READERS)
def languages(request: HttpRequest) -> HttpResponse:
    """Records and pages, and how each stands in each language."""
    codes = [code for code, _ in settings.LANGUAGES]
    asked = {"state": request.GET.get("state", ""), "language": request.GET.get("language", "")}
    chosen = {
        "state": asked["state"] if asked["state"] in TextState.values else "",
        "language": asked["language"] if asked["language"] in codes else "",
    }
    readable = {one.label: one for one in registers() if _reads_whole(request.user, one)}
    page = Paginator(records_listed(kinds=readable, **chosen), PAGE_ROWS).get_page(
        request.GET.get("page")
    )
    found = standings(page)
    labels = dict(TextState.choices)
    pages = [
        (each, [(code, states[code], labels[states[code]]) for code in codes])
        for each, states in page_standings()
        if _wanted(states, **chosen)
    ]
    context = {
        "heading": gettext("Languages"),
        "languages": settings.LANGUAGES,
        "states": TextState.choices,
        "chosen": chosen,
        "query": urlencode({name: value for name, value in chosen.items() if value}),
        "page": page,
        "rows": [_row(rows, readable, codes) for rows in found.values() if rows],
        "pages": pages,
    }
    return render(request, "desk/backoffice/languages.html", context)


def _reads_whole(user: Any, register: Register) -> bool:
    return may_read(user, register) and (register.seen is None or may(user, register.act))


def _wanted(states: dict[str, str], *, state: str, language: str) -> bool:
    among = [states[language]] if language else list(states.values())
    return not state or state in among


def _row(
    rows: list[RecordTexts], readable: dict[str, Register], codes: list[str]
) -> dict[str, object]:
    first = rows[0]
    register = readable[first.kind]
    by_language = {row.language: row for row in rows}
    return {
        "title": first.title or first.key,
        "kind": register.many,
        "address": reverse("register-record", args=[register.name, first.key]),
        "cells": [by_language.get(code) for code in codes],
    }
