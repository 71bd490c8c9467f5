"""Persons at risk, for visitors."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jumelage.foundation.kernel.downloads import file_answer
from jumelage.foundation.kernel.pdf import render_pdf
from jumelage.programmes.atrisk import queries
from jumelage.programmes.atrisk.models import AdoptedPerson
from jumelage.programmes.atrisk.views.pages import people_page, person_page
from jumelage.programmes.atrisk.views.sheet import sheet_of

GONE = 410


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Whom the city adopted, and through which network."""
    return render(request, "atrisk/public/people.html", people_page())


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """One person: what happened, who says so, when we last looked, and what one may write."""
    found = queries.published_person(slug)
    if found is None:
        return _nobody(request, slug)
    page = person_page(found, today=timezone.localdate())
    return render(request, "atrisk/public/person.html", page)


@require_safe
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The same on paper: a tagged PDF."""
    found = queries.published_person(slug)
    if found is None:
        return _nobody(request, slug)
    city = render_to_string("portfolio/public/sheet-city.txt", request=request).strip()
    page = person_page(found, today=timezone.localdate())
    answer = HttpResponse(
        render_pdf("sheet", sheet_of(page, city=city)), content_type="application/pdf"
    )
    name = request.path.rsplit("/", 1)[-1]
    answer["Content-Disposition"] = f'inline; filename="{found.slug}-{name}"'
    return answer


@require_safe
def image(request: HttpRequest, slug: str) -> HttpResponse | FileResponse:
    """The picture; it has no address but this one, so it goes with the page, and no browser keeps it."""
    found: AdoptedPerson | None = queries.visible_to(None).filter(slug=slug).first()
    if found is None or not found.image:
        return _nobody(request, slug)
    answer = file_answer(found.image, media_type=found.image_type, name="picture")
    answer["Cache-Control"] = "private, no-store"
    return answer


def _nobody(request: HttpRequest, slug: str) -> HttpResponse:
    """Gone, without a name, where a page was stopped; else not found."""
    if not queries.was_stopped(slug):
        raise Http404
    # The address holds the name: no link of the page (languages, colours) may repeat it.
    request.path, request.resolver_match = reverse("people-at-risk"), None
    answer = render(request, "atrisk/public/gone.html", status=GONE)
    answer["Cache-Control"] = "no-store"
    return answer
