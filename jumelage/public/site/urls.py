"""Addresses of the site's own pages; the last answers to any word, and must stay the last of the address book."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.public.site.backoffice import news_versions
from jumelage.public.site.feeds import NewsFeed
from jumelage.public.site.views import (
    front_door,
    home,
    look,
    machines,
    news,
    pages,
    programme,
    search,
    styleguide,
)
from jumelage.public.site.views.organisation import organisation as one_organisation

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

desk_patterns = [
    path("news/<slug:key>/preview/", news_versions.preview, name="news-preview"),
    path("news/<slug:key>/versions/", news_versions.versions, name="news-versions"),
    path("news/<slug:key>/versions/<int:number>/", news_versions.restore, name="news-restore"),
]

# Editorial pages that have an address of their own in every language.
KNOWN = {
    "contact": pgettext_lazy("url", "contact/"),
    "accessibility": pgettext_lazy("url", "accessibility/"),
    "privacy": pgettext_lazy("url", "privacy/"),
    "legal-notice": pgettext_lazy("url", "legal-notice/"),
}
urlpatterns = [
    path("", home.home, name="home"),
    path(pgettext_lazy("url", "programme/"), programme.programme, name="programme"),
    path(pgettext_lazy("url", "organisations/<slug:slug>/"), one_organisation, name="organisation"),
    path(pgettext_lazy("url", "news/"), news.news_list, name="news"),
    path(pgettext_lazy("url", "news/feed/"), NewsFeed(), name="news-feed"),
    path(pgettext_lazy("url", "news/<slug:slug>/"), news.item, name="news-item"),
    path(pgettext_lazy("url", "search/"), search.search, name="search"),
    *(path(words, pages.known, {"key": key}, name=key) for key, words in KNOWN.items()),
    path("<slug:slug>/", pages.page, name="page"),
]
