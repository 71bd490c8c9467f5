"""Kinds of bodies and outcomes of decisions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BodyKind(models.TextChoices):
    """What a body is."""

    COUNCIL = "council", _("municipal council")
    COLLEGE = "college", _("college of mayor and aldermen")
    ADVISORY = "advisory", _("advisory council")


class Outcome(models.TextChoices):
    """What was decided."""

    ADOPTED = "adopted", _("adopted")
    REFUSED = "refused", _("refused")
    DEFERRED = "deferred", _("deferred")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    KEEP = "governance.keep", _("Keep bodies and decisions")
