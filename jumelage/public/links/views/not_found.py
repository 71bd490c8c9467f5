"""The answer at an address where nothing is, or is no more."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from jumelage.public.links.queries.redirects import target_of


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Where the page went, else the page that says so. Django's own reads what was sent and fails if it is damaged."""
    if request.method in {"GET", "HEAD"} and (target := target_of(request.path)):
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(
            f"{target}?{query}" if query and "?" not in target else target
        )
    return render(request, "404.html", status=404)
