"""What every public page's shell needs; each part is worked out only when a template asks for it.

Nothing here looks at the session of who comes without one: their answer must be the same for every visitor. Who comes
with one passes by the page cache (ADR 7), and finds the way to the own account and out.
"""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import ResolverMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from jumelage.public.site.queries.editorial_addresses import addresses_of
from jumelage.public.site.queries.site_identity import identity
from jumelage.public.site.rules.preferences import saves_data, theme_of

Link = dict[str, Any]


def shell(request: HttpRequest) -> dict[str, Any]:
    """Identity, navigation, languages and preferences, for `shells/public.html`.

    A view may say in `request.languages_available` in which languages its text exists; all by default.
    """
    alternates = SimpleLazyObject(partial(_alternates, request))
    parts: dict[str, Callable[..., Any]] = {
        "identity": identity,
        "navigation": partial(_navigation, request),
        "footer": partial(_footer, request),
        "canonical": partial(_canonical, request),
        "x_default": partial(_x_default, request, alternates),
    }
    return {name: SimpleLazyObject(part) for name, part in parts.items()} | {
        "alternates": alternates,
        "theme": theme_of(request.COOKIES),
        "save_data": saves_data(request.headers.get("Save-Data", ""), request.COOKIES),
        "demo": settings.DEMO,
        "person": _person(request),
    }


def _person(request: HttpRequest) -> Any:
    """Who comes with a session, read when a template asks; None for all others, whose pages are kept."""
    came = settings.SESSION_COOKIE_NAME in request.COOKIES
    return getattr(request, "user", None) if came else None


def _links(request: HttpRequest, labels: dict[str, str]) -> list[Link]:
    links = []
    for name, label in labels.items():
        url = reverse(name)
        current = request.path.startswith(url)
        links.append({"name": name, "label": label, "url": url, "current": current})
    return links


def _navigation(request: HttpRequest) -> list[Link]:
    labels = {
        "programme": _("Programme"),
        "partnerships": _("Partnerships"),
        "projects": _("Projects"),
        "calls": _("Calls"),
        "organisations": _("Organisations"),
        "council": _("Council"),
        "documents": _("Documents"),
        "search": _("Search"),
    }
    return _links(request, labels)


def _footer(request: HttpRequest) -> list[Link]:
    """The template leaves out those of the editors' pages that nobody has written yet."""
    labels = {
        "news": _("News"),
        "videos": _("Videos"),
        "contact": _("Contact"),
        "accessibility": _("Accessibility: partially conforming"),
        "privacy": _("Privacy"),
        "legal-notice": _("Legal notice"),
    }
    return _links(request, labels)


def _canonical(request: HttpRequest) -> str:
    """The page's one address; of what follows the “?”, only the number of the page of a list counts."""
    # Not from `GET`: that refuses more fields than we take, and the page that says so is made here too.
    number = re.search(r"(?:^|&)page=(\d+)(?:&|$)", request.META.get("QUERY_STRING", ""), re.ASCII)
    return f"{settings.SITE_ADDRESS}{request.path}{f'?page={number[1]}' if number else ''}"


def _x_default(request: HttpRequest, alternates: Iterable[Link]) -> str:
    """Where somebody goes whose language we do not speak: the choice of languages, for the home page."""
    match = request.resolver_match
    if match and match.url_name == "home":
        return f"{settings.SITE_ADDRESS}/"
    return next((link["absolute"] for link in alternates if link["exists"]), "")


def _alternates(request: HttpRequest) -> list[Link]:
    """The same page in each language."""
    match = request.resolver_match
    written = _written(match)
    available = getattr(request, "languages_available", None)
    links = []
    for code, name in settings.LANGUAGES:
        path, exists = _same_page(match, code, written)
        query = request.META.get("QUERY_STRING", "") if exists else ""
        links.append(
            {
                "code": code,
                "name": name,
                "url": f"{path}?{query}" if query else path,
                "absolute": f"{settings.SITE_ADDRESS}{path}",
                "exists": exists and (available is None or code in available),
                "current": code == get_language(),
            }
        )
    return links


def _written(match: ResolverMatch | None) -> dict[str, str] | None:
    """Addresses by language of an editorial page; None for every other page."""
    if not match or match.url_name not in {"page", match.kwargs.get("key")}:
        return None
    return addresses_of(key=match.kwargs.get("key", ""), slug=match.kwargs.get("slug", ""))


def _same_page(
    match: ResolverMatch | None, code: str, written: dict[str, str] | None
) -> tuple[str, bool]:
    """Path of the page in the language `code`, and whether it exists there."""
    with override(code):
        if match and written is not None and match.url_name == "page":
            return written.get(code) or reverse("page", kwargs=match.kwargs), code in written
        if match and match.url_name:
            # All that the address held, also in an outer part of it (captured_kwargs forgets those).
            given = getattr(match, "extra_kwargs", None) or {}
            asked = {key: value for key, value in match.kwargs.items() if key not in given}
            path = reverse(match.view_name, args=match.args, kwargs=asked)
            if path.startswith(f"/{code}/"):
                return path, written is None or code in written
        return reverse("home"), False
