"""Enumerations of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ResetReason(models.TextChoices):
    """Why a clerk removes somebody's second factor; the journal keeps the code."""

    LOST = "lost", _("The device is lost or broken")
    STOLEN = "stolen", _("The device is stolen, or somebody else may use it")
    REPLACED = "replaced", _("The device is replaced and the codes are gone")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    RESET_SECOND_FACTOR = "accounts.reset-second-factor", _("Remove a lost second factor")
