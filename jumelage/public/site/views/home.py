"""The home page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from jumelage.city.evidence.queries import documents, said
from jumelage.city.portfolio.models import Partnership
from jumelage.city.portfolio.queries import key_figures, partnerships
from jumelage.programmes.calls.queries import calls_at_hand
from jumelage.public.site.models import SiteIdentity
from jumelage.public.site.queries import identity
from jumelage.public.site.queries.news import news

DOCUMENTS_SHOWN = 4
NEWS_SHOWN = 3


def home(request: HttpRequest) -> HttpResponse:
    """Where the city works, the yearly call, the figures, the partnerships and the documents."""
    city, found = identity(), partnerships(timezone.localdate())
    figures = key_figures(found)
    speaker = [city.organisation] if city.organisation else []
    said([*speaker, *found, *figures.groups])
    shown = {
        "identity": city,
        "speaker": city.organisation,
        "calls": calls_at_hand(timezone.now()),
        "figures": figures,
        "partnerships": found,
        "news": news()[:NEWS_SHOWN],
        "documents": documents().order_by("-date", "slug")[:DOCUMENTS_SHOWN],
        **_map(city, found),
    }
    return render(request, "site/public/home.html", shown)


def _map(city: SiteIdentity, found: list[Partnership]) -> dict[str, Any]:
    """The city, the first place of each partnership, and a line between them."""
    town = city.organisation.town if city.organisation else city.city_name
    start = {"name": town, "latitude": city.latitude, "longitude": city.longitude, "kind": "city"}
    places = [place for one in found for place in list(one.places.all())[:1]]
    return {
        "places": [start, *places],
        "links": [(start, place) for place in places],
        "countries": [one.country for one in found],
    }
