"""Kinds of sources and what they do."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Voice(models.TextChoices):
    """Who speaks in a source; decides how a fact that rests on it alone is shown."""

    CITY = "city", _("the city")
    PARTNER = "partner", _("a partner of the project")
    PUBLIC_BODY = "public_body", _("a public body")
    PRESS = "press", _("the press")
    PARTY = "party", _("a political party")
    CIVIL_SOCIETY = "civil_society", _("a civil society organisation")


class Stance(models.TextChoices):
    """What the source does with the claim: tell it as a fact, or announce it for later."""

    STATES = "states", _("states")
    ANNOUNCES = "announces", _("announces")


class Standing(models.TextChoices):
    """How a claim may be shown, from the evidence chosen for it."""

    FACT = "fact", _("according to the city")
    ACCORDING = "according", _("according to another source")
    ANNOUNCED = "announced", _("announced, not decided by the city")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    KEEP = "evidence.keep", _("Keep sources and documents")


# What a record's journal tells of its sources, for the rooms that show it.
TOLD = {
    "evidence.keep-claim": _("Source of a fact written"),
    "evidence.keep-claim-piece": _("Source of a fact written"),
    "evidence.drop-claim-piece": _("Source of a fact taken away"),
    "evidence.drop-claims": _("Sources of a fact taken away"),
    "evidence.choose-in-claim": _("Value to show chosen among the sources"),
}
