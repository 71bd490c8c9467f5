"""Addresses of the documents, and of the evidence at the desk."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.city.evidence.backoffice import claims
from jumelage.city.evidence.views import public

urlpatterns = [
    path(pgettext_lazy("url", "documents/"), public.documents, name="documents"),
    path(
        pgettext_lazy("url", "documents/<slug:slug>/download/"),
        public.download,
        name="document-file",
    ),
]

desk_patterns = [
    path("", claims.index, name="desk-claims"),
    path("of/<slug:name>/<str:key>/", claims.of_record, name="record-claims"),
    path("<int:number>/", claims.claim, name="desk-claim"),
    path("<int:number>/pieces/", claims.piece, name="desk-piece-add"),
    path("<int:number>/pieces/<int:piece_number>/", claims.piece, name="desk-piece"),
    path("<int:number>/pieces/<int:piece_number>/away/", claims.piece_away, name="desk-piece-away"),
]
