"""One application at a glance, its history, and its files."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from jumelage.foundation.kernel.downloads import private_answer
from jumelage.programmes.applications.choices import State
from jumelage.programmes.applications.queries.answers import draft_of
from jumelage.programmes.applications.queries.deposits import bring_history
from jumelage.programmes.applications.queries.exchange import troubled_mails, unanswered
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applying.queries.history import changes_to_show
from jumelage.programmes.applying.queries.pages import lost_mails, steps_of, tasks_of
from jumelage.programmes.applying.views.doors import applicant_view, around


@applicant_view("GET", "HEAD")
def overview(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """State, what is left to do, sections, people, deposits."""
    return overview_page(request, access, now)


def overview_page(
    request: HttpRequest, access: Access, now: datetime, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The same page, with what a form on it refused (`more`)."""
    application = access.application
    draft, sent = draft_of(application), application.state != State.DRAFT
    if sent:
        bring_history(application)
    tasks, steps = tasks_of(draft), steps_of(draft)
    context = around(
        access,
        now,
        inner=False,
        draft=draft,
        steps=steps,
        unfinished=next((step for step in steps if step.left), None),
        tasks=tasks,
        members=application.members.all(),
        deposits=application.deposits.all() if sent else [],
        completions=application.windows.all() if sent else [],
        news=changes_to_show(draft),
        waiting=unanswered(application),
        lost=lost_mails(troubled_mails(application)),
        **more,
    )
    return render(request, "applying/applicant/overview/overview.html", context, status=status)


@applicant_view("GET", "HEAD")
def file(request: HttpRequest, access: Access, now: datetime, number: int) -> HttpResponseBase:  # noqa: ARG001
    """One file of the application; also one that was taken away, which a deposit may name."""
    found = access.application.attachments.filter(pk=number).first()
    if found is None:
        raise Http404
    return private_answer(found.file, media_type=found.media_type, name=found.name)
