"""The address book."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.utils.module_loading import import_string
from django.views.generic import RedirectView

handler404 = "jumelage.public.links.views.not_found.not_found"

# Rooms with pages for visitors and applicants, in this order; the last address of the site answers to any word.
PUBLIC = (
    *("foundation.accounts", "programmes.applying", "programmes.atrisk"),
    *("programmes.emergency", "programmes.calls", "programmes.fairtrade", "programmes.festival"),
    *("city.portfolio", "city.dossiers", "city.organisations", "city.governance"),
    *("city.media", "city.evidence", "public.site"),
)
# Where the acts of a room stand on the staff's desk.
DESK = (
    ("claims/", "city.evidence"),
    ("applications/", "programmes.applying"),
    ("applications/", "programmes.intake"),
    ("people-at-risk/", "programmes.atrisk"),
    ("forms/", "foundation.formbuilder"),
    ("calls/", "programmes.callmaking"),
    ("dossiers/", "city.dossiers"),
    ("certificates/", "programmes.fairtrade"),
    ("", "city.media"),
    ("", "public.site"),
    ("", "public.links"),
    ("load/", "public.loading"),
)


def _of(room: str, patterns: str) -> list[URLPattern]:
    found: list[URLPattern] = import_string(f"jumelage.{room}.urls.{patterns}")
    return found


_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns: list[URLPattern | URLResolver] = [
    # The one door: the editorial system's own sign-in pages would pass by the second factor.
    re_path(r"^(?:desk/login|_util/login|desk/password_reset(?:/.*)?)/$", _sign_in),
    re_path(r"^desk/account/$", RedirectView.as_view(pattern_name="account")),
    path("desk/", include("jumelage.public.desk.urls")),
    path("desk/", include("jumelage.foundation.registers.urls")),
    *(path(f"desk/{place}", include(_of(room, "desk_patterns"))) for place, room in DESK),
    path("desk/", include("wagtail.admin.urls")),
    # One address for all languages: the identity provider knows it by heart.
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("uploads/", include("jumelage.foundation.uploads.urls")),
    path("demo/courrier/", include(_of("public.desk", "mail_patterns"))),
    *_of("city.media", "file_patterns"),
    *_of("public.site", "front_patterns"),
    *i18n_patterns(*(path("", include(f"jumelage.{room}.urls")) for room in PUBLIC)),
]
