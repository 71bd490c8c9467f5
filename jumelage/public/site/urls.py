"""Addresses of the home page, of the pages that join several rooms, and of the editorial pages.

The last one answers to any word: it must stay the last of the address book.
"""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.public.site.views import home, organisation, pages, programme

urlpatterns = [
    path("", home.home, name="home"),
    path(pgettext_lazy("url", "programme/"), programme.programme, name="programme"),
    path(
        pgettext_lazy("url", "organisations/<slug:slug>/"),
        organisation.organisation,
        name="organisation",
    ),
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
