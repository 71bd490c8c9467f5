"""The answer at an address where nothing is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """The page that says so. Django's own reads what was sent, and fails when that is damaged."""
    return render(request, "404.html", status=404)
