"""The sections of the form: written, saved by hand or by themselves, and settled where two people wrote."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.foundation.kernel.asking import done
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.questionnaires.queries import answering as forms
from jumelage.foundation.questionnaires.queries.forms import definition_of
from jumelage.foundation.questionnaires.queries.presenting import section_page
from jumelage.foundation.questionnaires.queries.readout import answers_shown
from jumelage.foundation.questionnaires.queries.shown import Page
from jumelage.programmes.applications.queries.answers import Draft, draft_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.hours import WRITABLE, mark_of
from jumelage.programmes.applications.queries.writing import check_writable
from jumelage.programmes.applications.services.writing.save_section import Saved, save_section
from jumelage.programmes.applications.services.writing.settle_conflict import settle_conflict
from jumelage.programmes.applying.queries.conflicts import shown_conflicts
from jumelage.programmes.applying.queries.pages import (
    files_by_field,
    section_address,
    steps_of,
)
from jumelage.programmes.applying.queries.uploads import ways_of
from jumelage.programmes.applying.views.doors import (
    UNPROCESSABLE,
    applicant_view,
    around,
    number_in,
)
from jumelage.programmes.applying.views.sending import keep_files

_CONFLICT, _CLOSED = 409, 423


@applicant_view("GET", "HEAD", "POST")
def section(request: HttpRequest, access: Access, now: datetime, code: str) -> HttpResponse:
    """One step of the form. Saving goes on to the next one; what is refused stays on the page as it was typed."""
    draft = draft_of(access.application)
    part = draft.definition.section(code)
    if part is None:
        raise Http404
    refused = ""
    if request.method == "POST":
        reading = forms.read_section(part, request.POST)
        try:
            refused = keep_files(request, access, part, now=now)
            saved = _save(request, access, code, reading.answers, now=now)
        except Refused as refusal:
            refused = sentence(refusal)
        else:
            _say(request, reading.removed)
            if not refused:
                return redirect(_next(request, draft, code, saved, reading.anchor))
        draft = draft_of(access.application)
        draft.answers.update(reading.answers)
    return _page(request, access, draft, part, refused)


@applicant_view("POST")
def keep(request: HttpRequest, access: Access, now: datetime, code: str) -> HttpResponse:
    """What the page sends by itself while somebody types; the answer says where the section stands."""
    # Hundreds type at once on the last evening: the rest of the draft is not read for it.
    part = definition_of(access.application.form_version).section(code)
    if part is None:
        raise Http404
    reading = forms.read_section(part, request.POST)
    try:
        saved = _save(request, access, code, reading.answers, now=now)
    except Refused as refusal:
        return JsonResponse({"refused": sentence(refusal)}, status=_CLOSED)
    told = {
        "number": saved.number,
        "saved": _hour(saved.at),
        "marks": {
            field: mark_of(value)
            for field, value in saved.standing.items()
            if mark_of(value) == mark_of(reading.answers[field])
        },
        "conflicts": list(saved.conflicts),
    }
    return JsonResponse(told, status=_CONFLICT if saved.conflicts else 200)


@applicant_view("GET", "HEAD", "POST")
def conflicts(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """Two texts for one question, side by side; one is chosen, or both are kept."""
    draft = draft_of(access.application)
    if request.method == "POST":
        number, choice = request.POST.get("number", ""), request.POST.get("choice", "")

        def act() -> None:
            settle_conflict(access, number_in(number), choice, user=request.user, now=now)

        here = "application-conflicts" if len(draft.conflicts) > 1 else "application"
        return done(request, act, gettext("Your choice is kept."), here, access.application.key)
    context = around(access, now, conflicts=shown_conflicts(draft))
    return render(request, "applying/applicant/conflicts.html", context)


def _save(
    request: HttpRequest, access: Access, code: str, answers: Mapping[str, Any], *, now: datetime
) -> Saved:
    try:
        seen = json.loads(request.POST.get("seen", ""))
    except (ValueError, RecursionError):
        seen = None
    marks = {str(k): str(v) for k, v in seen.items()} if isinstance(seen, dict) else None
    return save_section(access, code, answers, user=request.user, seen=marks, now=now)


def _next(request: HttpRequest, draft: Draft, code: str, saved: Saved, anchor: str) -> str:
    """Where to go on: the row that was added, the two texts, the next or previous step, the overview, or here."""
    key = draft.application.key
    here = section_address(draft, code)
    if saved.conflicts:
        return reverse("application-conflicts", args=[key])
    if anchor:
        return f"{here}#{anchor}"
    if "stay" in request.POST or "remove-file" in request.POST:
        return f"{here}?saved"
    # What completes a deposit is sent from its page: no other section waits.
    writable = draft.application.state in WRITABLE
    codes = [step.code for step in steps_of(draft_of(draft.application))] if writable else []
    place = codes.index(code) + (-1 if "previous" in request.POST else 1) if code in codes else -1
    if 0 <= place < len(codes):
        return section_address(draft, codes[place])
    return reverse("application", args=[key])


def _say(request: HttpRequest, removed: Mapping[str, int]) -> None:
    if removed:
        messages.info(
            request,
            gettext("Invisible characters, which came with pasted text, were taken out."),
        )


def _page(
    request: HttpRequest, access: Access, draft: Draft, part: forms.Section, refused: str
) -> HttpResponse:
    now, row = timezone.now(), draft.sections.get(part.code)
    steps = steps_of(draft)
    place = next((n for n, step in enumerate(steps) if step.code == part.code), 0)
    context = around(
        access,
        now,
        page=_shown(request, draft, part),
        answers=answers_shown(draft.definition, draft.answers, draft.context, section=part.code),
        files=files_by_field(draft),
        steps=steps,
        place=place,
        step_number=place + 1,
        row=row,
        seen=_seen(request, part, row.answers if row else {}),
        refused=refused,
        ways=ways_of(request.user, draft, part),
        writable=_writable(access, part, now),
        saved="saved" in request.GET,
        draft=draft,
    )
    status = UNPROCESSABLE if refused else 200
    return render(request, "applying/applicant/section.html", context, status=status)


def _shown(request: HttpRequest, draft: Draft, part: forms.Section) -> Page:
    """The section with its answers; what is merely missing is said only to who came to look for it."""
    places, look = draft.definition.section_codes, "look" in request.GET
    here = [one for one in draft.problems if places[one.field] == part.code]
    return section_page(
        draft.definition,
        part,
        draft.answers,
        draft.context,
        problems=[one for one in here if look or not one.is_missing],
        names={"track": {draft.track.slug: draft.track.title}},
        files=files_by_field(draft),
    )


def _seen(request: HttpRequest, part: forms.Section, standing: Mapping[str, Any]) -> str:
    """The marks of what the page shows; after a refusal those of the page that was sent, whose texts it still shows."""
    if request.method == "POST" and request.POST.get("seen"):
        return str(request.POST["seen"])
    marks = {field.code: mark_of(standing.get(field.code)) for field in part.fields if field.asks}
    return json.dumps(marks)


def _writable(access: Access, part: forms.Section, now: datetime) -> bool:
    try:
        allowed = check_writable(access.application, access, now=now)
    except Refused:
        return False
    return allowed is None or any(field.code in allowed for field in part.fields)


def _hour(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H:%M}"
