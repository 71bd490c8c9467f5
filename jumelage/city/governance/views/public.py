"""The bodies, for visitors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def council(request: HttpRequest) -> HttpResponse:
    return render(request, "governance/public/council.html")
