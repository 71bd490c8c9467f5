"""The staff's home: what waits for me."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jumelage.foundation.registers.permissions import staff_view


@staff_view()
def home(request: HttpRequest) -> HttpResponse:
    """What waits for whoever is signed in."""
    return render(request, "desk/backoffice/home.html", {})
