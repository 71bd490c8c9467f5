"""A form as an applicant sees it, with live checks; nothing is stored."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, override

from jumelage.foundation.formbuilder.backoffice.guard import form_view, working_definition
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.queries.answering import (
    Definition,
    Problem,
    Section,
    problems,
    read_section,
    text_in,
    visible_sections,
)
from jumelage.foundation.questionnaires.queries.forms import tracks_of
from jumelage.foundation.questionnaires.queries.presenting import section_page
from jumelage.foundation.questionnaires.queries.readout import answers_shown
from jumelage.foundation.questionnaires.queries.wording import place_words, problem_words


@form_view()
def preview(request: HttpRequest, form: Form) -> HttpResponse:
    """One section, in a language and for a track; a POST checks what was written and shows it."""
    asked = request.GET.get("language", "")
    language = asked if asked in dict(settings.LANGUAGES) else get_language() or "fr"
    with override(language):
        return _page(request, form, language)


def _page(request: HttpRequest, form: Form, language: str) -> HttpResponse:
    definition = working_definition(form)
    tracks = tracks_of(form, definition)
    track = request.GET.get("track", "")
    context = {"track": track} if track in tracks else {}
    section = _section(definition, request.GET.get("section", ""))
    reading = read_section(section, request.POST)
    answers = reading.joined({})
    checks = request.method == "POST" and "rows" not in request.POST
    found = problems(definition, answers, context, section=section.code) if checks else []
    shown = {
        "questionnaire": form,
        "language": language,
        "languages": settings.LANGUAGES,
        "track": track,
        "tracks": tracks,
        "section": section,
        "sections": [
            (one.code, text_in(one.title, language))
            for one in visible_sections(definition, answers, context)
        ],
        "page": section_page(
            definition,
            section,
            answers,
            context,
            problems=found,
            names={"track": tracks},
        ),
        "problems": told(found, definition),
        "removed": sum(reading.removed.values()),
        "checked": checks,
        "answers": answers_shown(definition, answers, context, section=section.code),
    }
    return render(request, "formbuilder/desk/preview.html", shown)


def told(found: list[Problem], definition: Definition) -> list[tuple[Problem, str, str, str]]:
    """Problems with their sentences and the questions that they are about."""
    rows: list[Any] = [(one, problem_words(one), place_words(one, definition), "") for one in found]
    return rows


def _section(definition: Definition, code: str) -> Section:
    found = definition.section(code) or next(iter(definition.sections), None)
    if found is None:
        raise Http404
    return found
