"""Acts of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    SET_UP = "desk.set-up", _("Say whose site this is: name, colours, logo, contact, map")
    LOAD = "desk.load", _("Load a folder of data files")


class BundleWork(models.TextChoices):
    """The long work that an archive of data files asks for."""

    CHECK = "desk.check-files", _("Check of data files")
    LOAD = "desk.load-files", _("Loading of data files")
