"""An organisation and what it does in the programme."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from jumelage.city.evidence.queries import said
from jumelage.city.organisations.queries import organisation as organisation_at
from jumelage.city.portfolio.queries import participations_of, partnered_by


def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation; the address of a double leads to the organisation that was kept."""
    found = organisation_at(slug)
    if found is None:
        raise Http404
    if found.slug != slug:
        return HttpResponsePermanentRedirect(reverse("organisation", args=[found.slug]))
    partners, participations = list(partnered_by(found)), list(participations_of(found))
    identifiers = list(found.identifiers.all())
    shown = {
        "organisation": found,
        "partners": partners,
        "participations": participations,
        "sources": said([found, *identifiers, *partners, *participations]),
        "trail": [{"url": reverse("organisations"), "label": gettext("Organisations")}],
    }
    return render(request, "site/public/organisation.html", shown)
