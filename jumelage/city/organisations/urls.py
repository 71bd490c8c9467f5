"""Addresses of the directory of organisations."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.city.organisations.views import public

urlpatterns = [
    path(pgettext_lazy("url", "organisations/"), public.organisations, name="organisations"),
]
