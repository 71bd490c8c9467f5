"""The search page."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from jumelage.public.site.choices import Found
from jumelage.public.site.queries.search import Result, shown
from jumelage.public.site.queries.search import search as find
from jumelage.public.site.rules.search_words import LONGEST_QUESTION

RESULTS_A_PAGE = 20
# Kinds whose records have a page each, at the address of that name.
_OWN_PAGE = {
    *(Found.PARTNERSHIP, Found.PROJECT, Found.ORGANISATION, Found.PAGE),
    *(Found.NEWS, Found.VIDEO),
    *(Found.PERSON_AT_RISK, Found.LABEL, Found.CRISIS),
    *(Found.FORTNIGHT_EDITION, Found.FORTNIGHT_EVENT),
}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find what the visitor asks for: 20 results a page, of one kind or of all."""
    question = request.GET.get("q", "").replace("\0", " ")[:LONGEST_QUESTION].strip()
    kind = request.GET.get("kind", "")
    language = get_language() or ""
    answer = find(question, language=language, kind=kind)
    paginator = Paginator(answer.numbers, RESULTS_A_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    found = shown(list(page.object_list), answer.words, language=language)
    context = {
        "question": question,
        "answer": answer,
        "page": page,
        "elided": list(paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)),
        "results": [(result, _address(result)) for result in found],
        "kind": kind,
        "kinds": [("", ""), *Found.choices],
        "query": urlencode({"q": question, **({"kind": kind} if kind else {})}) + "&",
    }
    return render(request, "site/public/search.html", context)


def _address(result: Result) -> str:
    """Where a result leads."""
    kind, slug = result.entry.kind, result.entry.slug
    if kind in _OWN_PAGE:
        return reverse(kind, args=[slug])
    if kind == Found.PLACE:
        return f"{reverse('projects')}?{urlencode({'country': result.country})}"
    if kind == Found.COUNCIL:
        return reverse("council")
    return reverse("document-file", args=[slug]) if result.has_file else reverse("documents")
