"""The pages that the editors write."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import get_language

from jumelage.public.site.models import EditorialPage
from jumelage.public.site.queries import key_at, page_in
from jumelage.public.site.queries.privacy import every_processing


def known(request: HttpRequest, key: str) -> HttpResponse:
    """A page that has its own address in every language."""
    told = every_processing() if key == "privacy" else []
    return _answer(request, page_in(get_language() or "", key=key), processings=told)


def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Any other page, at its slug; a slug of another language leads to the page in this one."""
    found = page_in(get_language() or "", key=key_at(slug))
    if found and _foreign(found) == "" and found.address != request.path:
        return HttpResponsePermanentRedirect(found.address)
    return _answer(request, found)


def _answer(request: HttpRequest, page: EditorialPage | None, **more: Any) -> HttpResponse:
    if page is None:
        raise Http404
    context = {"page": page, "foreign": _foreign(page), **more}
    return render(request, "site/public/page.html", context)


def _foreign(page: EditorialPage) -> str:
    """The language of a page shown to readers of another one; "" when it is theirs."""
    code: str = page.locale.language_code
    return "" if code == get_language() else code
