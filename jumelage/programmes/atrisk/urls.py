"""Addresses of the persons at risk, for visitors and for the desk."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.programmes.atrisk.backoffice import entries, files, publication
from jumelage.programmes.atrisk.feeds import PeopleFeed
from jumelage.programmes.atrisk.views import public

urlpatterns = [
    path(pgettext_lazy("url", "people-at-risk/"), public.people, name="people-at-risk"),
    path(
        pgettext_lazy("url", "people-at-risk/feed.atom"), PeopleFeed(), name="people-at-risk-feed"
    ),
    path(pgettext_lazy("url", "people-at-risk/<slug:slug>/"), public.person, name="person-at-risk"),
    path(
        pgettext_lazy("url", "people-at-risk/<slug:slug>/sheet.pdf"),
        public.sheet,
        name="person-at-risk-sheet",
    ),
    path(
        pgettext_lazy("url", "people-at-risk/<slug:slug>/picture/"),
        public.image,
        name="person-at-risk-image",
    ),
]

desk_patterns = [
    path("", files.people, name="desk-people-at-risk"),
    path("<slug:slug>/", files.person, name="desk-person-at-risk"),
    path("<slug:slug>/event/", entries.event, name="desk-person-event"),
    path(
        "<slug:slug>/event/<slug:key>/",
        entries.event_correction,
        name="desk-person-event-correction",
    ),
    path("<slug:slug>/check/", entries.check, name="desk-person-check"),
    path("<slug:slug>/restriction/", entries.restriction, name="desk-person-restriction"),
    path(
        "<slug:slug>/restriction/<slug:key>/",
        entries.restriction_correction,
        name="desk-person-restriction-correction",
    ),
    path("<slug:slug>/ground/", publication.ground, name="desk-person-ground"),
    path("<slug:slug>/image/", publication.image, name="desk-person-image"),
    path(
        "<slug:slug>/image/removal/",
        publication.image_removal,
        name="desk-person-image-removal",
    ),
    path("<slug:slug>/approve/", publication.approve, name="desk-person-approve"),
    path("<slug:slug>/publish/", publication.publish, name="desk-person-publish"),
    path("<slug:slug>/stop/", publication.stop, name="desk-person-stop"),
    path("<slug:slug>/lift/", publication.lift, name="desk-person-lift"),
]
