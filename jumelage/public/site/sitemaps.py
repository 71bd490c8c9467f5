"""The map of the site for search engines: every published page in every language that it has.

Source: sitemaps.org protocol 0.9; the `xhtml:link` alternates as search engines read them.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from jumelage.public.site.queries.sitemap import editorial_pages, last_changes, published_slugs

LISTS = (
    *("home", "programme", "partnerships", "projects", "organisations", "council"),
    *("people-at-risk", "fair-trade", "fair-trade-clause", "fortnight", "emergency", "documents"),
    *("calls", "news", "videos"),
)
_SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)
_START = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Spot(NamedTuple):
    """One page: its path by language, and when it last changed where that is known."""

    paths: dict[str, str]
    changed: datetime | None = None


def _everywhere(name: str, **asked: str) -> dict[str, str]:
    paths = {}
    for code, _ in settings.LANGUAGES:
        with override(code):
            paths[code] = reverse(name, kwargs=asked)
    return paths


def _lists() -> Iterator[Spot]:
    return (Spot(_everywhere(name)) for name in LISTS)


def _editorial() -> Iterator[Spot]:
    return (Spot(paths) for paths in editorial_pages().values())


def _records(kind: str) -> Iterator[Spot]:
    changes = last_changes(kind)
    for number, slug in published_slugs(kind):
        yield Spot(_everywhere(kind, slug=slug), changes.get(number))


SECTIONS: dict[str, Callable[[], Iterable[Spot]]] = {
    "lists": _lists,
    "pages": _editorial,
    "partnerships": partial(_records, "partnership"),
    "projects": partial(_records, "project"),
    "people-at-risk": partial(_records, "person-at-risk"),
    "calls": partial(_records, "call"),
    "fortnight-editions": partial(_records, "fortnight-edition"),
    "fortnight-events": partial(_records, "fortnight-event"),
    "labels": partial(_records, "fair-trade-label"),
    "crises": partial(_records, "crisis"),
    "news": partial(_records, "news-item"),
    "videos": partial(_records, "video"),
    "organisations": partial(_records, "organisation"),
}


def index() -> str:
    """The list of the sections."""
    maps = "".join(
        f"<sitemap><loc>{settings.SITE_ADDRESS}{reverse('sitemap-section', args=[name])}</loc></sitemap>\n"
        for name in SECTIONS
    )
    return f"{_START}<sitemapindex {_SPACES}>\n{maps}</sitemapindex>\n"


def section(name: str) -> str:
    """The addresses of one section."""
    spots = "".join(_spot(spot) for spot in SECTIONS[name]())
    return f"{_START}<urlset {_SPACES}>\n{spots}</urlset>\n"


def _spot(spot: Spot) -> str:
    addresses = {code: escape(settings.SITE_ADDRESS + path) for code, path in spot.paths.items()}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>'
        for code, address in addresses.items()
    )
    changed = f"<lastmod>{spot.changed.isoformat()}</lastmod>" if spot.changed else ""
    return "".join(
        f"<url><loc>{address}</loc>{changed}{links}</url>\n" for address in addresses.values()
    )
