"""Addresses of one's own organisations, and of the desk."""

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import pgettext_lazy

from jumelage.city.dossiers.backoffice import dossiers as desk
from jumelage.city.dossiers.backoffice import requests as desk_requests
from jumelage.city.dossiers.views import access, dossier, mine, rows

_dossier = [
    path("", dossier.dossier, name="dossier"),
    path(pgettext_lazy("url", "details/"), dossier.details, name="dossier-details"),
    path(pgettext_lazy("url", "addresses/"), dossier.addresses, name="dossier-addresses"),
    path(pgettext_lazy("url", "history/"), dossier.history, name="dossier-history"),
    path(pgettext_lazy("url", "accounts/add/"), rows.account, name="dossier-account-add"),
    path(pgettext_lazy("url", "accounts/<int:row>/"), rows.account, name="dossier-account"),
    path("accounts/<int:row>/end/", rows.account_end, name="dossier-account-end"),
    path(pgettext_lazy("url", "people/add/"), rows.officer, name="dossier-officer-add"),
    path(pgettext_lazy("url", "people/<int:row>/"), rows.officer, name="dossier-officer"),
    path("people/<int:row>/end/", rows.officer_end, name="dossier-officer-end"),
    path(pgettext_lazy("url", "documents/add/"), rows.document, name="dossier-document-add"),
    path(pgettext_lazy("url", "documents/<int:row>/"), rows.document, name="dossier-document"),
    path("documents/<int:row>/file/", rows.file, name="dossier-file"),
    path("documents/<int:row>/valid/", rows.document_confirmation, name="dossier-document-valid"),
    path(pgettext_lazy("url", "access/"), access.access, name="dossier-access"),
    path(pgettext_lazy("url", "access/leave/"), access.leaving, name="dossier-leave"),
    path("access/<int:row>/right/", access.right, name="dossier-right"),
    path("access/<int:row>/end/", access.removal, name="dossier-removal"),
    path("access/asked/<int:row>/grant/", access.grant, name="dossier-grant"),
    path("access/asked/<int:row>/refuse/", access.refusal, name="dossier-refusal"),
    path("access/invited/<int:row>/end/", access.invitation_end, name="dossier-invitation-end"),
]
_mine: list[URLPattern | URLResolver] = [
    path("", mine.dossiers, name="dossiers"),
    path(pgettext_lazy("url", "open/"), mine.opening, name="dossier-open"),
    path(pgettext_lazy("url", "ask/"), mine.asking, name="dossier-ask"),
    path("asked/<int:asked>/withdraw/", mine.withdrawal, name="dossier-withdraw"),
    path("invited/<int:invitation>/accept/", mine.acceptance, name="dossier-accept"),
    path("<int:number>/", include(_dossier)),
]
urlpatterns = [path(pgettext_lazy("url", "my-organisation/"), include(_mine))]

desk_patterns = [
    path("", desk.index, name="desk-dossiers"),
    path("requests/", desk_requests.index, name="desk-access-requests"),
    path("requests/<int:number>/", desk_requests.decision, name="desk-access-request"),
    path("<int:number>/", desk.dossier, name="desk-dossier"),
    path("<int:number>/register/", desk.register_check, name="desk-register-check"),
    path("<int:number>/manager/", desk_requests.manager, name="desk-dossier-manager"),
    path("<int:number>/documents/<int:row>/", desk.document, name="desk-dossier-document"),
    path("<int:number>/documents/<int:row>/file/", desk.file, name="desk-dossier-file"),
    path("doubles/", desk_requests.doubles, name="desk-doubles"),
    path("doubles/<int:double>/<int:kept>/", desk_requests.merge, name="desk-merge"),
]
