"""The programme as a whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from jumelage.city.evidence.models import Claimed
from jumelage.city.evidence.queries import said
from jumelage.city.governance.queries import advisory_councils
from jumelage.city.portfolio.queries import announcements, partnerships
from jumelage.programmes.calls.queries import calls_at_hand
from jumelage.public.site.queries.editorial import page_in
from jumelage.public.site.queries.mandates import mandated
from jumelage.public.site.queries.site_identity import identity


def programme(request: HttpRequest) -> HttpResponse:
    """Every part of it, who works on it, the yearly call, and, apart, what is only announced."""
    city = identity()
    speaker = [city.organisation] if city.organisation else []
    parts: dict[str, list[Claimed]] = {
        "councils": list(advisory_councils()),
        "mandated": list(mandated()),
        "announcements": list(announcements()),
        "partnerships": [*partnerships(timezone.localdate())],
    }
    sources = said([*speaker, *(record for part in parts.values() for record in part)])
    page = page_in(get_language() or "", key="programme")
    code = page.locale.language_code if page else ""
    shown = {
        **parts,
        "identity": city,
        "speaker": city.organisation,
        "calls": calls_at_hand(timezone.now()),
        "sources": sources,
        "page": page,
        "foreign": "" if code == get_language() else code,
    }
    return render(request, "site/public/programme.html", shown)
