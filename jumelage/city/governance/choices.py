"""Kinds of bodies, outcomes of decisions, seats, opinions and what becomes of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


class SeatCategory(models.TextChoices):
    """For whom a seat is."""

    ASSOCIATION = "association", _("Association")
    DIASPORA = "diaspora", _("Diaspora organisation")
    CITIZEN = "citizen", pgettext_lazy("seat", "Resident")
    PARTY = "party", _("Political group")
    EXPERT = "expert", _("Expert")
    ADMINISTRATION = "administration", _("Administration")


class OpinionKind(models.TextChoices):
    """Whether the city asked."""

    REQUESTED = "requested", _("Asked for by the City")
    INITIATIVE = "initiative", _("On its own initiative")


class OpinionOutcome(models.TextChoices):
    """What the body advised."""

    FAVOURABLE = "favourable", _("Favourable")
    REMARKS = "remarks", _("Favourable with remarks")
    UNFAVOURABLE = "unfavourable", _("Unfavourable")
    NONE = "none", _("No opinion given")


class FollowUp(models.TextChoices):
    """What became of an opinion; empty where nobody says."""

    WAITING = "waiting", _("Awaiting an answer")
    FOLLOWED = "followed", _("Followed")
    PARTLY = "partly", _("Partly followed")
    NOT_FOLLOWED = "not-followed", _("Not followed")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    KEEP = "governance.keep", _("Keep bodies, decisions, mandates and opinions")
    PUBLISH = "governance.publish", _("Publish and withdraw mandates and opinions")
