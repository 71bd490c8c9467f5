"""Kinds of organisations and of contacts, and the register that matters most."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# Code of the Crossroads Bank for Enterprises in org-id.guide.
ENTERPRISES = "BE-BCE_KBO"


class Kind(models.TextChoices):
    """What an organisation is."""

    CITY = "city", _("city")
    COMMUNE = "commune", _("municipality")
    PUBLIC_BODY = "public_body", _("public body")
    HOSPITAL = "hospital", _("hospital")
    UTILITY = "utility", _("public utility")
    ASSOCIATION = "association", _("association")
    DE_FACTO = "de_facto", _("de facto association")
    NGO = "ngo", _("non-governmental organisation")
    NETWORK = "network", _("network")
    SCHOOL = "school", _("school")
    OTHER = "other", _("other legal body")


class Channel(models.TextChoices):
    """How to reach an organisation."""

    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Telephone")
    ADDRESS = "address", _("Address")
    WEBSITE = "website", _("Website")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    KEEP = "organisations.keep", _("Keep organisations and people")
