"""Roles, kinds and states of the portfolio."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What an organisation does in a project. Source: IATI 2.03, codelist OrganisationRole."""

    FUNDING = "1", _("funds")
    ACCOUNTABLE = "2", _("is accountable")
    EXTENDING = "3", _("manages")
    IMPLEMENTING = "4", _("carries out")
    SUPPORTING = "support", _("supports")


class Status(models.TextChoices):
    """Where a project or a partnership stands; worked out from its period unless a person says so."""

    PLANNED = "planned", _("Planned")
    ONGOING = "ongoing", _("Ongoing")
    ENDED = "ended", _("Ended")
    UNKNOWN = "unknown", _("Not known")


class Theme(models.TextChoices):
    """Themes of the explorer, in the city's words."""

    CIVIL_REGISTRATION = "civil-registration", _("Civil registration")
    HEALTH = "health", _("Health")
    WATER = "water", _("Water")
    FAMILIES = "families", _("Families and children")
    WOMEN = "women", _("Women’s autonomy")
    AGRICULTURE = "agriculture", _("Agriculture")
    GOVERNANCE = "governance", _("Local government")


class PlaceKind(models.TextChoices):
    """What a place is; never finer than a municipality or a rural area."""

    CITY = "city", _("city")
    COMMUNE = "commune", _("municipality")
    REGION = "region", _("region")


class FacetKind(models.TextChoices):
    """By what projects are found and counted in the explorer."""

    THEME = "theme", _("Theme")
    COUNTRY = "country", _("Country")
    PARTNER = "partner", _("Partner")
    SDG = "sdg", _("Sustainable development goal")
    PLACE = "place", _("Place")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    KEEP = "portfolio.keep", _("Keep partnerships, projects, places and announcements")
    PUBLISH = (
        "portfolio.publish",
        _("Publish and withdraw partnerships, projects and announcements"),
    )
