"""What machines ask for: whether the site is well, and where robots may go."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jumelage.public.site.queries.health import health as state
from jumelage.public.site.sitemaps import SECTIONS, index, section


@never_cache
@require_safe
def health(_: HttpRequest) -> HttpResponse:
    """Whether the site can serve: 200 when all is well, 503 when something is not."""
    found = state()
    return JsonResponse(found, status=200 if all(found.values()) else 503)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Where robots may go, and the map of the site."""
    context = {"address": settings.SITE_ADDRESS}
    return render(request, "site/public/robots.txt", context, content_type="text/plain")


@require_safe
def sitemap(_: HttpRequest, name: str = "") -> HttpResponse:
    """The map of the site, or one section of it."""
    if name and name not in SECTIONS:
        raise Http404
    return HttpResponse(section(name) if name else index(), content_type="application/xml")
