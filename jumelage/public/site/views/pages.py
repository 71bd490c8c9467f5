"""The pages that the editors write."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import get_language

from jumelage.public.site.queries import key_at, page_in


def known(request: HttpRequest, key: str) -> HttpResponse:
    """A page that has its own address in every language."""
    return _answer(request, page_in(get_language(), key=key))


def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Any other page, at its slug; a page known elsewhere leads there."""
    found = page_in(get_language(), key=key_at(slug))
    if found and found.address != request.path and found.locale.language_code == get_language():
        return HttpResponsePermanentRedirect(found.address)
    return _answer(request, found)


def _answer(request: HttpRequest, page: Any) -> HttpResponse:
    if page is None:
        raise Http404
    return render(request, "site/public/page.html", {"page": page})
