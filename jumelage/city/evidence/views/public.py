"""Documents, for visitors."""

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jumelage.city.evidence.queries import document
from jumelage.city.evidence.queries import documents as published

PAGE_ROWS = 20


def documents(request: HttpRequest) -> HttpResponse:
    """The documents, a page at a time; a page that does not exist is the nearest one."""
    page = Paginator(published(), PAGE_ROWS).get_page(request.GET.get("page"))
    shown = {"page": page, "elided": list(page.paginator.get_elided_page_range(page.number))}
    return render(request, "evidence/public/documents.html", shown)


def download(request: HttpRequest, slug: str) -> FileResponse:
    """The file of a published document, under its own name; never run by the browser as a page of ours."""
    found = document(slug)
    if found is None or not found.file:
        raise Http404(request.path)
    name = str(found.file.name).rsplit("/", 1)[-1]
    kind = found.media_type or "application/octet-stream"
    answer = FileResponse(
        found.file.open("rb"), as_attachment=kind != "application/pdf", filename=name
    )
    answer["Content-Type"] = kind
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
