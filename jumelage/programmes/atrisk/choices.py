"""Statuses, kinds and acts of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a person stands; released is not free."""

    AT_RISK = "at_risk", _("At risk")
    DETAINED = "detained", _("Detained")
    ON_TRIAL = "on_trial", _("On trial")
    SENTENCED = "sentenced", _("Sentenced")
    HOUSE_ARREST = "house_arrest", _("Under house arrest")
    MISSING = "missing", _("Missing")
    RELEASED = "released_unconditional", _("Released; our sources name no restriction")
    RESTRICTED = "released_restricted", _("Released, but not free")
    DECEASED = "deceased", _("Deceased")
    EXECUTED = "executed", _("Executed")
    UNKNOWN = "unknown", _("Not known")


class RestrictionKind(models.TextChoices):
    """What still binds a released person."""

    TRAVEL_BAN = "travel_ban", _("Ban on leaving the country")
    MEDIA_BAN = "media_ban", _("Ban on using or working in the media")
    RESIDENCE = "residence", _("Assigned residence")
    SUSPENDED_SENTENCE = "suspended_sentence", _("Suspended sentence")
    FINE = "fine", _("Fine")
    OTHER = "other", _("Other restriction")


class EventKind(models.TextChoices):
    """What happened."""

    ARREST = "arrest", _("Arrest")
    DETENTION = "detention", _("In detention since")
    TRIAL = "trial", _("Trial")
    SENTENCE = "sentence", _("Sentence")
    APPEAL = "appeal", _("Decision on appeal")
    PUNISHMENT = "punishment", _("Punishment carried out")
    CONDITIONS = "conditions", _("Conditions of detention")
    RELEASE = "release", _("Release")
    STATEMENT = "statement", _("Public statement")
    DEATH = "death", _("Death")
    OTHER = "other", _("Other")


class Visibility(models.TextChoices):
    """Who may read an event."""

    PUBLIC = "public", _("Everybody, once the person’s page is published")
    STAFF = "staff", _("The staff only")


class MessageKind(models.TextChoices):
    """To whom a letter goes."""

    APPEAL = "appeal_authority", _("A letter to the authorities")
    SOLIDARITY = "solidarity", _("A message of solidarity")


class Basis(models.TextChoices):
    """On what a publication rests."""

    CONSENT = "consent", _("Consent of the person or of those who speak for them")
    CAMPAIGN = "campaign", _("A public campaign of an organisation that defends the person")
    IMPORTED = "imported", _("Imported: the city’s own page names the person")


class ConsentBy(models.TextChoices):
    """Who gave the consent."""

    PERSON = "person", _("the person")
    FAMILY = "family", _("the family")
    LAWYER = "lawyer", _("the lawyer")
    ORGANISATION = "organisation", _("the organisation that defends the person")


class StopReason(models.TextChoices):
    """Why a page was taken away; the staff only know."""

    DANGER = "danger", _("The page may harm the person or somebody close")
    REQUEST = "request", _("The person or the family asks for it")
    WITHDRAWN = "withdrawn", _("The consent was withdrawn or has ended")
    ERROR = "error", _("The page is wrong")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    READ = "atrisk.read", _("Read the files of persons at risk")
    KEEP = "atrisk.keep", _("Enter events and check the status of persons at risk")
    APPROVE = "atrisk.approve", _("Approve the publication of a person at risk")
    PUBLISH = "atrisk.publish", _("Publish a person at risk whom two people approved")
    STOP = "atrisk.stop", _("Take the page of a person at risk away at once, and lift this stop")
