"""Emergency aid, for visitors."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jumelage.programmes.emergency import queries
from jumelage.programmes.emergency.forms.public import chosen_by
from jumelage.programmes.emergency.views.pages import crisis_page, emergency_page


@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """The fund, what rows can show of it, and the crises."""
    page = emergency_page(chosen_by(request.GET.dict()), number=request.GET.get("page", ""))
    return render(request, "emergency/public/emergency.html", page)


@require_safe
def crisis(request: HttpRequest, slug: str) -> HttpResponse:
    """One crisis: what happened, and what the city did and refused."""
    found = queries.crisis(slug)
    if found is None:
        raise Http404(request.path)
    return render(request, "emergency/public/crisis.html", crisis_page(found))
