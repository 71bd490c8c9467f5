"""Addresses of the emergency aid, for visitors."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.programmes.emergency.views import public

urlpatterns = [
    path(pgettext_lazy("url", "emergency/"), public.emergency, name="emergency"),
    path(pgettext_lazy("url", "emergency/<slug:slug>/"), public.crisis, name="crisis"),
]
