"""The address book."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView

from jumelage.city.dossiers.urls import desk_patterns as dossiers_desk_patterns
from jumelage.city.evidence.urls import desk_patterns as evidence_desk_patterns
from jumelage.city.media.urls import desk_patterns as media_desk_patterns
from jumelage.city.media.urls import file_patterns
from jumelage.foundation.formbuilder.urls import desk_patterns as forms_desk_patterns
from jumelage.programmes.applications.urls import desk_patterns as applications_desk_patterns
from jumelage.programmes.atrisk.urls import desk_patterns as atrisk_desk_patterns
from jumelage.programmes.callmaking.urls import desk_patterns as calls_desk_patterns
from jumelage.programmes.fairtrade.urls import desk_patterns as fairtrade_desk_patterns
from jumelage.public.desk.urls import mail_patterns
from jumelage.public.links.urls import desk_patterns as links_desk_patterns
from jumelage.public.site.urls import desk_patterns as site_desk_patterns
from jumelage.public.site.urls import front_patterns

handler404 = "jumelage.public.links.views.not_found.not_found"

_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns: list[URLPattern | URLResolver] = [
    # The one door: the editorial system's own sign-in pages would pass by the second factor.
    re_path(r"^(?:desk/login|_util/login|desk/password_reset(?:/.*)?)/$", _sign_in),
    re_path(r"^desk/account/$", RedirectView.as_view(pattern_name="account")),
    path("desk/", include("jumelage.public.desk.urls")),
    path("desk/", include("jumelage.foundation.registers.urls")),
    path("desk/claims/", include(evidence_desk_patterns)),
    path("desk/applications/", include(applications_desk_patterns)),
    path("desk/people-at-risk/", include(atrisk_desk_patterns)),
    path("desk/forms/", include(forms_desk_patterns)),
    path("desk/calls/", include(calls_desk_patterns)),
    path("desk/dossiers/", include(dossiers_desk_patterns)),
    path("desk/certificates/", include(fairtrade_desk_patterns)),
    path("desk/", include(media_desk_patterns)),
    path("desk/", include(site_desk_patterns)),
    path("desk/", include(links_desk_patterns)),
    path("desk/", include("wagtail.admin.urls")),
    # One address for all languages: the identity provider knows it by heart.
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("uploads/", include("jumelage.foundation.uploads.urls")),
    path("demo/courrier/", include(mail_patterns)),
    *file_patterns,
    *front_patterns,
    *i18n_patterns(
        path("", include("jumelage.foundation.accounts.urls")),
        path("", include("jumelage.programmes.applications.urls")),
        path("", include("jumelage.programmes.atrisk.urls")),
        path("", include("jumelage.programmes.emergency.urls")),
        path("", include("jumelage.programmes.calls.urls")),
        path("", include("jumelage.programmes.fairtrade.urls")),
        path("", include("jumelage.programmes.festival.urls")),
        path("", include("jumelage.city.portfolio.urls")),
        path("", include("jumelage.city.dossiers.urls")),
        path("", include("jumelage.city.organisations.urls")),
        path("", include("jumelage.city.governance.urls")),
        path("", include("jumelage.city.media.urls")),
        path("", include("jumelage.city.evidence.urls")),
        path("", include("jumelage.public.site.urls")),  # its last address answers to any word
    ),
]
