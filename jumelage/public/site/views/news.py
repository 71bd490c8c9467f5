"""News, for visitors."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from jumelage.city.evidence.queries import said
from jumelage.public.site.queries.news import news, news_item

PAGE_ROWS = 10


@require_safe
def news_list(request: HttpRequest) -> HttpResponse:
    """The notices, the newest first."""
    page = Paginator(news(), PAGE_ROWS).get_page(request.GET.get("page"))
    shown = {"page": page, "elided": list(page.paginator.get_elided_page_range(page.number))}
    return render(request, "site/public/news.html", shown)


@require_safe
def item(request: HttpRequest, slug: str) -> HttpResponse:
    """One notice."""
    found = news_item(slug)
    if found is None:
        raise Http404
    trail = [{"url": reverse("news"), "label": gettext("News")}]
    context = {"item": found, "sources": said([found]), "trail": trail}
    return render(request, "site/public/news-item.html", context)
