"""One's applications, and how a new one begins."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from jumelage.city.dossiers.queries import dossiers_of
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.applications.queries.deadlines import deadline_of, way_in
from jumelage.programmes.applications.queries.files import Access, files_of
from jumelage.programmes.applications.queries.hours import Door, Use, door_to
from jumelage.programmes.applications.queries.writing import check_writable
from jumelage.programmes.applications.services.writing.choose_frame import choose_frame
from jumelage.programmes.applications.services.writing.start_application import start_application
from jumelage.programmes.applying.forms.start import FrameForm, StartForm
from jumelage.programmes.applying.views.doors import (
    UNPROCESSABLE,
    applicant_view,
    around,
    private_page,
    trail,
)
from jumelage.programmes.calls import queries as calls


@private_page("GET", "HEAD")
def mine(request: HttpRequest) -> HttpResponse:
    """The applications that one works on, and the calls that are open."""
    now = timezone.now()
    found = files_of(request.user).prefetch_related("late_codes")
    rows = [{"application": one, "door": str(way_in(one, now=now)[0])} for one in found]
    account = trail()[:1]
    context = {"rows": rows, "open_calls": calls.open_calls(now), "now": now, "trail": account}
    return render(request, "applying/applicant/mine.html", context)


@private_page("GET", "HEAD", "POST")
def start(request: HttpRequest, call: str) -> HttpResponse:
    """Choose track and organisation; the draft begins. After the hour, only with a late code."""
    found, now = calls.call_named(call), timezone.now()
    regulation = calls.published(found) if found else None
    if found is None or regulation is None:
        raise Http404
    door = door_to(deadline_of(found), Use(), now=now)
    form = StartForm(
        request.POST if request.method == "POST" else None,
        tracks=regulation.tracks,
        dossiers=dossiers_of(request.user),
        late=door == Door.CLOSED,
    )
    if request.method == "POST" and form.is_valid():
        try:
            application = start_application(
                found,
                form.chosen_track,
                user=request.user,
                organisation=form.chosen_organisation,
                language=get_language() or "fr",
                now=now,
                code=form.cleaned_data.get("code", ""),
            )
            return redirect("application", application.key)
        except Refused as refusal:
            form.add_error(None, sentence(refusal))
    context = {
        "call": found,
        "form": form,
        "door": str(door),
        "deadline": deadline_of(found).closes_at,
        "questions": regulation.questions,
        "already": [one for one in files_of(request.user) if one.call_id == found.pk],
        "trail": trail(),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "applying/applicant/start.html", context, status=status)


@applicant_view("GET", "HEAD", "POST")
def frame(request: HttpRequest, access: Access, now: Any) -> HttpResponse:
    """Change the organisation or the track of a draft."""
    application = access.application
    regulation = calls.published(application.call)
    tracks = regulation.tracks if regulation else [application.track]
    known = {
        "track": application.track.slug,
        "organisation": str(application.organisation_id or ""),
    }
    form = FrameForm(
        request.POST if request.method == "POST" else None,
        tracks=tracks,
        dossiers=dossiers_of(request.user),
        initial=known,
    )
    try:
        check_writable(application, access, now=now)
        if request.method == "POST" and form.is_valid():
            choose_frame(
                access,
                user=request.user,
                organisation=form.chosen_organisation,
                track=form.chosen_track,
                now=now,
            )
            return redirect("application", application.key)
    except Refused as refusal:
        if form.is_bound:
            form.add_error(None, sentence(refusal))
    context = around(access, now, form=form)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "applying/applicant/frame.html", context, status=status)
