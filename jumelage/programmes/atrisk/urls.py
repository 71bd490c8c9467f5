"""Addresses of the persons at risk, for visitors and for the desk."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.programmes.atrisk.backoffice import acts, files
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
        pgettext_lazy("url", "people-at-risk/<slug:slug>/picture.jpg"),
        public.image,
        name="person-at-risk-image",
    ),
]

desk_patterns = [
    path("", files.people, name="desk-people-at-risk"),
    path("<slug:slug>/", files.person, name="desk-person-at-risk"),
    path("<slug:slug>/event/", acts.event, name="desk-person-event"),
    path("<slug:slug>/check/", acts.check, name="desk-person-check"),
    path("<slug:slug>/restriction/", acts.restriction, name="desk-person-restriction"),
    path("<slug:slug>/ground/", acts.ground, name="desk-person-ground"),
    path("<slug:slug>/image/", acts.image, name="desk-person-image"),
    path("<slug:slug>/approve/", acts.approve, name="desk-person-approve"),
    path("<slug:slug>/publish/", acts.publish, name="desk-person-publish"),
    path("<slug:slug>/stop/", acts.stop, name="desk-person-stop"),
    path("<slug:slug>/lift/", acts.lift, name="desk-person-lift"),
]
