"""Acts of the desk that every register shares, and states of texts and of long work."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    READ = "registers.read", _("Read the registers and their history")
    EXPORT = "registers.export", _("Export the registers")


class TextState(models.TextChoices):
    """How the texts of a record stand in one language."""

    MISSING = "missing", _("Missing")
    OUTDATED = "outdated", _("To be checked")
    COMPLETE = "complete", _("Complete")


class WorkState(models.TextChoices):
    """Where a long work stands."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    STOPPED = "stopped", _("Stopped")
    FAILED = "failed", _("Failed")
