"""Kinds of things that the search finds."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Found(models.TextChoices):
    """What a result is; the order is that of the filter."""

    PARTNERSHIP = "partnership", _("Partnerships")
    PROJECT = "project", _("Projects")
    ORGANISATION = "organisation", _("Organisations")
    COUNCIL = "council", _("Council and decisions")
    PLACE = "place", _("Places")
    PAGE = "page", _("Pages")
    DOCUMENT = "document", _("Documents")
