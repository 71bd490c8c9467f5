"""Questions to the service, the late code, and what was put away."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from jumelage.foundation.kernel.asking import done
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.applications.queries.answers import draft_of
from jumelage.programmes.applications.queries.exchange import questions_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.services.exceptions.redeem_late_code import redeem_late_code
from jumelage.programmes.applications.services.exchange.ask_question import ask_question
from jumelage.programmes.applications.services.writing.carry_draft import mark_carry_seen
from jumelage.programmes.applications.services.writing.save_section import save_section
from jumelage.programmes.applying.queries.history import version_shown, versions_of
from jumelage.programmes.applying.queries.pages import label_of
from jumelage.programmes.applying.views.doors import (
    UNPROCESSABLE,
    applicant_view,
    around,
)
from jumelage.programmes.applying.views.overview import overview_page


@applicant_view("GET", "HEAD", "POST")
def questions(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """The questions and answers of the file, and the box to ask one."""
    draft, refused = draft_of(access.application), ""
    given = request.POST if request.method == "POST" else request.GET
    field, text = given.get("field", ""), request.POST.get("text", "").replace("\0", "")
    if field not in draft.definition.by_code:
        field = ""
    if request.method == "POST":
        try:
            ask_question(access, text, user=request.user, now=now, field=field)
            return redirect("application-questions", access.application.key)
        except Refused as refusal:
            refused = sentence(refusal)
    rows = [
        {"question": one, "about": label_of(draft, one.field) if one.field else ""}
        for one in questions_of(access.application)
    ]
    about = label_of(draft, field) if field else ""
    context = around(access, now, rows=rows, text=text, field=field, about=about, refused=refused)
    status = UNPROCESSABLE if refused else 200
    return render(request, "applying/applicant/questions.html", context, status=status)


@applicant_view("POST")
def late_code(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """Use a late code for this file; one that opens nothing stays in its box."""
    text = request.POST.get("code", "")
    try:
        redeem_late_code(access.application, text, user=request.user, now=now)
    except Refused as refusal:
        page = {"code": text, "code_refused": sentence(refusal)}
        return overview_page(request, access, now, status=UNPROCESSABLE, **page)
    messages.success(request, gettext("The code is accepted: you may write and deposit."))
    return redirect("application", access.application.key)


@applicant_view("POST")
def put_away(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """The people of the draft saw what changed in the form."""
    act = lambda: mark_carry_seen(access.application, now=now)  # noqa: E731 - said in one line
    return done(request, act, "", "application", access.application.key)


@applicant_view("GET", "HEAD", "POST")
def versions(request: HttpRequest, access: Access, now: datetime, code: str) -> HttpResponse:
    """What a section held at each sitting; one can be brought back, as a new version."""
    draft = draft_of(access.application)
    found = versions_of(access.application, code)
    if draft.definition.section(code) is None:
        raise Http404
    if request.method == "POST":
        number = request.POST.get("number", "")
        chosen = next((one for one in found if str(one.number) == number), None)
        if chosen is None:
            raise Http404
        # Questions that were answered since and not then are emptied: the section is as it was.
        standing = draft.sections[code].answers
        back = {**dict.fromkeys(standing), **chosen.answers}
        return done(
            request,
            lambda: save_section(access, code, back, user=request.user, seen=None, now=now),
            gettext("This version stands again. The others are kept."),
            "application-section",
            access.application.key,
            code,
        )
    rows = [{"version": one, "sections": version_shown(draft, one)} for one in found]
    context = around(access, now, rows=rows, code=code)
    return render(request, "applying/applicant/versions.html", context)
