"""Addresses of partnerships and projects."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.city.portfolio.views import public

urlpatterns = [
    path(pgettext_lazy("url", "partnerships/"), public.partnerships, name="partnerships"),
    path(pgettext_lazy("url", "partnerships/<slug:slug>/"), public.partnership, name="partnership"),
    path(pgettext_lazy("url", "projects/"), public.projects, name="projects"),
    path(pgettext_lazy("url", "projects/<slug:slug>/"), public.project, name="project"),
    path(
        pgettext_lazy("url", "projects/<slug:slug>/sheet.pdf"), public.sheet, name="project-sheet"
    ),
]
