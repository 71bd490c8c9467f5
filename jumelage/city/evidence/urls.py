"""Addresses of the documents."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.city.evidence.views import public

urlpatterns = [
    path(pgettext_lazy("url", "documents/"), public.documents, name="documents"),
    path(
        pgettext_lazy("url", "documents/<slug:slug>/download/"),
        public.download,
        name="document-file",
    ),
]
