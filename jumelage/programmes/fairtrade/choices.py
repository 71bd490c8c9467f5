"""Kinds, places of a clause, answers of a registry and acts of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MarkKind(models.TextChoices):
    """What a mark is: a membership is not a certification."""

    LABEL = "label", _("Label")
    MEMBERSHIP = "membership", _("Membership, not a label")


class PracticeKind(models.TextChoices):
    """What the city holds, buys or asks, and the sets of instruments that its clauses may name."""

    TITLE = "title", _("Title")
    PURCHASE = "purchase", _("Purchase")
    CLAUSE = "clause", _("Clause in tenders")
    INSTRUMENTS = "instruments", _("Set of fundamental instruments")


class Place(models.TextChoices):
    """Where a requirement stands in a tender."""

    SPECIFICATIONS = "specifications", _("Technical specifications")
    AWARD = "award", _("Award criteria")
    PERFORMANCE = "performance", _("Conditions of performance")


class Answer(models.TextChoices):
    """What the public registry of the mark said on the day of the check."""

    CONFIRMED = "confirmed", _("Found, as on the certificate")
    DIFFERENT = "different", _("Found, but something differs")
    SUSPENDED = "suspended", _("Suspended")
    ABSENT = "absent", _("Not found")


class Validity(models.TextChoices):
    """Where a certificate stands today."""

    EXPIRED = "expired", _("Expired")
    SOON = "soon", _("Expires soon")
    FUTURE = "future", _("Not valid yet")
    VALID = "valid", _("Valid")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    KEEP_GUIDE = "fairtrade.keep-guide", _("Keep the guide of labels and the city’s clauses")
    READ = "fairtrade.read-certificates", _("Read the certificates of suppliers")
    KEEP = "fairtrade.keep-certificates", _("Keep the certificates of suppliers, and be reminded")
