"""Partnerships and projects, for visitors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def partnerships(request: HttpRequest) -> HttpResponse:
    return render(request, "portfolio/public/partnerships.html")


def partnership(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "portfolio/public/partnership.html")


def projects(request: HttpRequest) -> HttpResponse:
    return render(request, "portfolio/public/projects.html")


def project(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "portfolio/public/project.html")


def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    return HttpResponse(slug)
