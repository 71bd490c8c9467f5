"""Kinds of events, states of occurrences, acts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """What an event is: the kinds that the city names, and the round table."""

    DEBATE = "debate", _("Debate")
    CONCERT = "concert", _("Concert")
    SHOW = "show", _("Show")
    EXHIBITION = "exhibition", _("Exhibition")
    SCREENING = "screening", _("Screening")
    WORKSHOP = "workshop", _("Workshop")
    ROUND_TABLE = "round-table", _("Round table")


class OccurrenceStatus(models.TextChoices):
    """Whether it takes place; a cancelled one stays listed, so that nobody comes for nothing."""

    SCHEDULED = "scheduled", _("Scheduled")
    CANCELLED = "cancelled", _("Cancelled")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    KEEP = "festival.keep", _("Keep editions, events and venues of the fortnight")
    PUBLISH = "festival.publish", _("Publish and withdraw editions and events of the fortnight")
