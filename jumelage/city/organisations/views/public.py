"""Organisations, for visitors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def organisations(request: HttpRequest) -> HttpResponse:
    return render(request, "organisations/public/organisations.html")
