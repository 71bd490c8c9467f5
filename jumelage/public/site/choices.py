"""Kinds of things that the search finds, and acts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Found(models.TextChoices):
    """What a result is; the order is that of the filter."""

    PARTNERSHIP = "partnership", _("Partnerships")
    PROJECT = "project", _("Projects")
    ORGANISATION = "organisation", _("Organisations")
    PERSON_AT_RISK = "person-at-risk", _("Persons at risk")
    CALL = "call", _("Calls for projects")
    FORTNIGHT_EDITION = "fortnight-edition", _("Editions of the fortnight")
    FORTNIGHT_EVENT = "fortnight-event", _("Events of the fortnight")
    LABEL = "fair-trade-label", _("Labels")
    CRISIS = "crisis", _("Emergency aid")
    COUNCIL = "council", _("Council and decisions")
    PLACE = "place", _("Places")
    NEWS = "news-item", _("News")
    VIDEO = "video", _("Videos")
    PAGE = "page", _("Pages")
    DOCUMENT = "document", _("Documents")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    WRITE_PAGES = "site.write-pages", _("Write pages")
    PUBLISH_PAGES = "site.publish-pages", _("Publish and withdraw pages")
    WRITE_NEWS = "site.write-news", _("Write news")
    PUBLISH_NEWS = "site.publish-news", _("Publish and withdraw news")
    SET_UP = "site.set-up", _("Say whose site this is: name, colours, logo, contact, map")
