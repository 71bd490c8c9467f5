"""Organisations, for visitors."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jumelage.city.organisations.queries import organisations as published

PAGE_ROWS = 20


def organisations(request: HttpRequest) -> HttpResponse:
    """The directory, a page at a time; a page that does not exist is the nearest one."""
    page = Paginator(published(), PAGE_ROWS).get_page(request.GET.get("page"))
    shown = {"page": page, "elided": list(page.paginator.get_elided_page_range(page.number))}
    return render(request, "organisations/public/organisations.html", shown)
