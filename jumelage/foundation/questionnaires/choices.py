"""Acts of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    EDIT = "questionnaires.edit", _("Build forms")
    PUBLISH = "questionnaires.publish", _("Publish forms")
