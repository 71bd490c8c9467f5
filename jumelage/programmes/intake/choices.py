"""How the clerks' list is narrowed and ordered."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Completeness(models.TextChoices):
    """Where an application stands with completions."""

    WHOLE = "whole", _("Nothing more is asked")
    ASKED = "asked", _("A completion is asked")
    COMPLETED = "completed", _("Completed after the deposit")


class Sort(models.TextChoices):
    """The order of the list."""

    NEWEST = "newest", _("Last deposited first")
    OLDEST = "oldest", _("First deposited first")
    NAME = "name", _("By organisation")
    WRITTEN = "written", _("Last written first")


class Paper(models.TextChoices):
    """How an application may come, other than by the site."""

    PAPER = "paper", _("On paper")
    EMAIL = "email", _("By e-mail")
