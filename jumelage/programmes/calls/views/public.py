"""Calls for projects, for visitors."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from jumelage.city.evidence.queries import said
from jumelage.foundation.calendars.queries import CalendarEvent, calendar
from jumelage.foundation.questionnaires.queries.forms import definition_of
from jumelage.foundation.questionnaires.queries.paper import paper_form
from jumelage.programmes.calls import queries
from jumelage.programmes.calls.choices import DateKind, State
from jumelage.programmes.calls.forms.public import EligibilityForm
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.eligibility import judge
from jumelage.programmes.calls.queries.page import call_page, trail_start
from jumelage.programmes.calls.queries.practical import Step, calendar_of
from jumelage.programmes.calls.queries.regulation import Regulation

UNPROCESSABLE = 422


@require_safe
def calls(request: HttpRequest) -> HttpResponse:
    """What is open now, what comes, what was."""
    now = timezone.now()
    found = list(queries.published_calls())
    heads = [regulation.call for call in found if (regulation := queries.published(call))]
    sources = said(heads)
    by_state = {state: [one for one in heads if one.state(now) == state] for state in State}
    context = {
        "open": sorted(by_state[State.OPEN], key=lambda one: str(one.closes_on or "9")),
        "coming": by_state[State.COMING],
        "past": [one for one in heads if one.state(now) in {State.CLOSED, State.CANCELLED}],
        "now": now,
        "sources": sources,
    }
    return render(request, "calls/public/calls.html", context)


@require_safe
def call(request: HttpRequest, slug: str) -> HttpResponse:
    """One call, as last published."""
    found, regulation = _asked(slug)
    now = timezone.now()
    context = call_page(found, regulation, now=now)
    context["online"] = bool(found.current and found.current.form_version_id)
    answer = render(request, "calls/public/call.html", context)
    if context["days_left"] == 0:
        # The clock that counts is on this page: nobody may read an old one.
        answer["Cache-Control"] = "private, no-store"
    return answer


# It changes nothing and knows nobody, so that there is nothing to forge; a token would need a cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def eligibility(request: HttpRequest, slug: str) -> HttpResponse:
    """May I apply? A verdict per track; what is answered is kept nowhere."""
    found, regulation = _asked(slug)
    if not regulation.questions:
        raise Http404
    form = EligibilityForm(regulation, request.POST if request.method == "POST" else None)
    judged = []
    if request.method == "POST" and form.is_valid():
        given = {
            name: str(value) for name, value in form.cleaned_data.items() if value not in {None, ""}
        }
        judged = judge(regulation, given)
    context = {
        "call": regulation.call,
        "state": found.state(timezone.now()),
        "online": bool(found.current and found.current.form_version_id),
        "form": form,
        "judged": judged,
        "trail": [
            trail_start(),
            {"url": reverse("call", args=[found.slug]), "label": regulation.call.title.marked},
        ],
    }
    status = UNPROCESSABLE if form.errors else 200
    answer = render(request, "calls/public/eligibility.html", context, status=status)
    if request.method == "POST":
        answer["Cache-Control"] = "private, no-store"
    return answer


@require_safe
def empty_form(request: HttpRequest, slug: str, track: str) -> HttpResponse:  # noqa: ARG001
    """What the published form asks of `track`, as a PDF: to read before beginning, or to prepare on paper."""
    found, regulation = _asked(slug)
    version = found.current.form_version if found.current else None
    titles = {one.slug: one.title for one in regulation.tracks}
    if version is None or track not in titles:
        raise Http404
    content = paper_form(
        definition_of(version),
        title=regulation.call.title,
        language=get_language() or "fr",
        track=track,
        names={"track": titles},
    )
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{found.slug}-{track}.pdf"'
    return answer


@require_safe
def call_calendar(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """Every date of a call, for calendar programs."""
    found, regulation = _asked(slug)
    steps = calendar_of(found, list(found.dates.all()))
    changed = _changed_at(found)
    entries = [entry for step in steps if (entry := _entry(regulation.call, found, step, changed))]
    made = calendar(entries, name=str(regulation.call.title), product="-//Jumelage//Calls//EN")
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.slug}.ics"'
    return answer


def _asked(slug: str) -> tuple[Call, Regulation]:
    found = queries.call_named(slug)
    regulation = queries.published(found) if found else None
    if found is None or regulation is None:
        raise Http404
    return found, regulation


def _entry(head: Call, found: Call, step: Step, changed: datetime) -> CalendarEvent | None:
    if step.starts is None:
        return None
    row = step.row
    told = {"opening": gettext("Opens"), "closing": gettext("Closes")}
    words = str(row.title) if row else told[step.code]
    link = row.link if row else ""
    return CalendarEvent(
        uid=f"{found.slug}.{row.slug if row else step.code}@{urlsplit(settings.SITE_ADDRESS).hostname}",
        stamp=max(row.changed_at, changed) if row else changed,
        starts=step.starts,
        ends=step.ends,
        summary=f"{words} – {head.title}",
        description="\n\n".join(filter(None, (str(row.note) if row else "", link))),
        location=str(row.place) if row else "",
        url=settings.SITE_ADDRESS + reverse("call", args=[found.slug]),
        categories=(str(DateKind(row.kind).label) if row else words,),
        cancelled=found.cancelled or bool(row and row.cancelled),
        language=get_language() or "",
    )


def _changed_at(found: Call) -> datetime:
    """When the call was last published, moved or cancelled: calendar programs pass over what they think they know."""
    published = found.current.at if found.current else timezone.now()
    last = found.notices.first()
    return max(last.at, published) if last else published
