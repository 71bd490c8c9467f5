"""Addresses of the bodies."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.city.governance.views import public

urlpatterns = [
    path(pgettext_lazy("url", "council/"), public.council, name="council"),
]
