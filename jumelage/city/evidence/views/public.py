"""Documents, for visitors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def documents(request: HttpRequest) -> HttpResponse:
    return render(request, "evidence/public/documents.html")


def download(request: HttpRequest, slug: str) -> HttpResponse:
    return HttpResponse(slug)
