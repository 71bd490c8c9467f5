"""The address book."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    *i18n_patterns(
        path("", include("jumelage.city.portfolio.urls")),
        path("", include("jumelage.city.organisations.urls")),
        path("", include("jumelage.city.governance.urls")),
        path("", include("jumelage.city.evidence.urls")),
        path("", include("jumelage.public.site.urls")),  # its last address answers to any word
    ),
]
