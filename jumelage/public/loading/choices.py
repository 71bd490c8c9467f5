"""Acts of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    LOAD = "loading.load", _("Load a folder of data files")


class BundleWork(models.TextChoices):
    """The long work that an archive of data files asks for."""

    CHECK = "loading.check-files", _("Check of data files")
    LOAD = "loading.load-files", _("Loading of data files")
