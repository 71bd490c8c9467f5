"""Partnerships and projects, for visitors."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from jumelage.city.evidence.queries import said
from jumelage.city.portfolio import queries
from jumelage.city.portfolio.views.explorer import explorer_page
from jumelage.city.portfolio.views.pages import partnership_page, project_page
from jumelage.city.portfolio.views.sheet import sheet_of
from jumelage.foundation.kernel.pdf import render_pdf


def partnerships(request: HttpRequest) -> HttpResponse:
    """Every partnership."""
    found = queries.partnerships(timezone.localdate())
    said(found)
    return render(request, "portfolio/public/partnerships.html", {"partnerships": found})


def partnership(request: HttpRequest, slug: str) -> HttpResponse:
    """One partnership: its history, places, partners, projects and sources."""
    found = queries.partnership(slug, timezone.localdate())
    if found is None:
        raise Http404
    return render(request, "portfolio/public/partnership.html", partnership_page(found))


def projects(request: HttpRequest) -> HttpResponse:
    """The explorer; an address with empty filters leads to the one without them."""
    filters = queries.filters_from(request.GET.dict())
    address = f"{request.path}{filters.query(page=filters.page)}"
    if "" in request.GET.dict().values():
        return HttpResponseRedirect(address)
    answer = render(request, "portfolio/public/projects.html", explorer_page(request, filters))
    answer["HX-Push-Url"] = address
    return answer


def project(request: HttpRequest, slug: str) -> HttpResponse:
    """One project: what, for whom, where, when, with whom, and who says so."""
    found = queries.project(slug, timezone.localdate())
    if found is None:
        raise Http404
    return render(request, "portfolio/public/project.html", project_page(found))


def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The same on paper: a tagged PDF, the same bytes for the same facts."""
    found = queries.project(slug, timezone.localdate())
    if found is None:
        raise Http404
    city = render_to_string("portfolio/public/sheet-city.txt", request=request).strip()
    made = render_pdf("sheet", sheet_of(found, city=city))
    answer = HttpResponse(made, content_type="application/pdf")
    name = request.path.rsplit("/", 1)[-1]
    answer["Content-Disposition"] = f'inline; filename="{found.slug}-{name}"'
    return answer
