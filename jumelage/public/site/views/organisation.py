"""An organisation and what it does in the programme."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "site/public/organisation.html")
