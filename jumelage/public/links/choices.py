"""What is wrong with links, and acts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Trouble(models.TextChoices):
    """What is wrong with a link; nothing, for one that leads out and was not asked."""

    GONE = "gone", _("The page does not exist")
    FAILED = "failed", _("The page fails")
    ANCHOR = "anchor", _("The page exists, not the place in it")
    UNREACHABLE = "unreachable", _("The other site does not answer")
    REFUSED = "refused", _("The other site refuses, or has no such page")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    KEEP = "links.keep", _("Keep redirects and repair links")
