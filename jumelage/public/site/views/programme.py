"""The page `programme`, which joins several rooms."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def programme(request: HttpRequest) -> HttpResponse:
    return render(request, "site/public/programme.html")
