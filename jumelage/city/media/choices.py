"""Where videos stand, and acts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """The page of the programme that leads to a video; without one, only the list of videos does."""

    FAIR_TRADE = "fair-trade", _("Fair trade")
    FORTNIGHT = "fortnight", _("International solidarity fortnight")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    KEEP = "media.keep", _("Keep pictures, videos and subtitles")
    PUBLISH = "media.publish", _("Publish and withdraw videos")
