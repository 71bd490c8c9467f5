"""Addresses of files in pieces; they speak no language."""

from django.urls import path

from jumelage.foundation.uploads.views import pieces

urlpatterns = [
    path("", pieces.uploads, name="uploads"),
    path("<uuid:key>/", pieces.upload, name="upload"),
]
