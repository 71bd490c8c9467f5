"""Addresses of the home page, of the pages that join several rooms, and of the editorial pages.

The last one answers to any word: it must stay the last of the address book.
"""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.public.site.views import (
    front_door,
    home,
    look,
    machines,
    organisation,
    pages,
    programme,
    search,
    styleguide,
)

# Outside /fr/, /nl/ and /en/.
front_patterns = [
    path("", front_door.front_door, name="front-door"),
    path("theme/", front_door.appearance, name="theme"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("city-<slug:mark>.css", look.city_stylesheet, name="city-stylesheet"),
    path("city-<slug:mark>.png", look.city_logo, name="city-logo"),
    path("health/", machines.health, name="health"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap-<slug:name>.xml", machines.sitemap, name="sitemap-section"),
]

urlpatterns = [
    path("", home.home, name="home"),
    path(pgettext_lazy("url", "programme/"), programme.programme, name="programme"),
    path(
        pgettext_lazy("url", "organisations/<slug:slug>/"),
        organisation.organisation,
        name="organisation",
    ),
    path(pgettext_lazy("url", "search/"), search.search, name="search"),
    path(pgettext_lazy("url", "contact/"), pages.known, {"key": "contact"}, name="contact"),
    path(
        pgettext_lazy("url", "accessibility/"),
        pages.known,
        {"key": "accessibility"},
        name="accessibility",
    ),
    path(pgettext_lazy("url", "privacy/"), pages.known, {"key": "privacy"}, name="privacy"),
    path(
        pgettext_lazy("url", "legal-notice/"),
        pages.known,
        {"key": "legal-notice"},
        name="legal-notice",
    ),
    path("<slug:slug>/", pages.page, name="page"),
]
