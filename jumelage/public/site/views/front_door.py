"""The front door `/`, and the visitor's choices of language and appearance."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import override
from django.views.decorators.http import require_safe

from jumelage.public.site.rules.negotiation import best_language
from jumelage.public.site.rules.preferences import SAVER_COOKIE, THEME_COOKIE, THEMES, YES

YEAR_SECONDS = 365 * 24 * 3600


@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """Lead to the home page in the visitor's language, or ask which one; `?language=nl` answers for good."""
    offered = dict(settings.LANGUAGES)
    chosen = request.GET.get("language", "")
    kept = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    wanted = next((code for code in (chosen, kept) if code in offered), "") or best_language(
        request.headers.get("Accept-Language", ""), offered
    )
    if wanted:
        with override(wanted):
            response: HttpResponse = HttpResponseRedirect(reverse("home"))
        if wanted == chosen:
            _keep(response, settings.LANGUAGE_COOKIE_NAME, wanted)
    else:
        required = set(settings.REQUIRED_LANGUAGES)
        languages = sorted(settings.LANGUAGES, key=lambda pair: pair[0] not in required)
        response = render(request, "site/public/choose-language.html", {"languages": languages})
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


@require_safe
def appearance(request: HttpRequest) -> HttpResponse:
    """Keep a choice of colours (`to`) or of light pages (`saver`) for a year, and go back to the page."""
    back = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(
        back, {request.get_host()}, require_https=request.is_secure()
    ):
        back = reverse("front-door")
    response = HttpResponseRedirect(back)
    for name, parameter, values in ((THEME_COOKIE, "to", THEMES), (SAVER_COOKIE, "saver", (YES,))):
        value = request.GET.get(parameter)
        if value and value in values:
            _keep(response, name, value)
        elif value is not None:
            response.delete_cookie(name, samesite="Lax")
    return response


def _keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=YEAR_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
