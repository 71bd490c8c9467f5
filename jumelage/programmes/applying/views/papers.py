"""The application on paper: to print, as a PDF, the empty form; the frozen content for who computes its fingerprint."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from jumelage.foundation.kernel.pdf import render_pdf
from jumelage.foundation.questionnaires.queries.paper import paper_form
from jumelage.programmes.applications.queries.answers import draft_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applying.queries.printing import paper_of
from jumelage.programmes.applying.views.doors import applicant_view, around


@applicant_view("GET", "HEAD")
def printed(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """Everything on one page, made for paper."""
    draft = draft_of(access.application)
    paper = paper_of(draft, language=get_language() or "fr", now=now)
    return render(request, "applying/applicant/print.html", around(access, now, paper=paper))


@applicant_view("GET", "HEAD")
def pdf(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:  # noqa: ARG001
    """The same as a PDF/UA, at any time; a draft says on every page that it is not deposited."""
    language = get_language() or "fr"
    paper = paper_of(draft_of(access.application), language=language, now=now)
    return _pdf(render_pdf("application", paper), f"{paper['file_name']}.pdf")


@applicant_view("GET", "HEAD")
def empty_form(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:  # noqa: ARG001
    """The empty form of the track, to work on paper first."""
    draft, language = draft_of(access.application), get_language() or "fr"
    names: dict[str, Any] = {"track": {draft.track.slug: str(draft.track.title)}}
    content = paper_form(
        draft.definition,
        title=access.application.call.title,
        language=language,
        track=draft.track.slug,
        names=names,
    )
    return _pdf(content, f"{access.application.call.slug}-{draft.track.slug}.pdf")


@applicant_view("GET", "HEAD")
def frozen(
    request: HttpRequest,  # noqa: ARG001 - the guard hands it over
    access: Access,
    now: datetime,  # noqa: ARG001
    number: str,
) -> HttpResponse:
    """The content of a deposit, byte by byte as its fingerprint covers it."""
    deposit = access.application.deposits.filter(number=number).first()
    if deposit is None:
        raise Http404
    answer = HttpResponse(deposit.content.encode(), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{deposit.number}.json"'
    return answer


def _pdf(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
