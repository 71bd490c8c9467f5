"""Links that lead nowhere, where to repair them, and links that lead out."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from jumelage.foundation.registers.permissions import staff_view
from jumelage.public.links.choices import Act
from jumelage.public.links.queries.seen import broken, by_page, leading_out
from jumelage.public.site.choices import Act as SiteAct

PAGE_ROWS = 50


@require_safe
@staff_view(Act.KEEP, SiteAct.WRITE_PAGES, SiteAct.WRITE_NEWS)
def links(request: HttpRequest) -> HttpResponse:
    """As the last look found them; one looks every night."""
    out = request.GET.get("which") == "out"
    page = Paginator(leading_out() if out else broken(), PAGE_ROWS).get_page(
        request.GET.get("page")
    )
    context = {
        "heading": gettext("Links"),
        "out": out,
        "page": page,
        "query": "which=out" if out else "",
        "groups": by_page(list(page)),
        "numbers": {"broken": broken().count(), "out": leading_out().count()},
        "asks_others": settings.ASK_OTHER_SITES,
        "trail": [],
    }
    return render(request, "links/desk/links.html", context)
