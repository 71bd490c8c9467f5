"""Forms, offices, rights and states of dossiers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LegalForm(models.TextChoices):
    """The legal form of who opens a dossier; a de facto association has no number and no personality of its own."""

    ASBL = "asbl", _("Non-profit association (ASBL/VZW)")
    NGO = "ngo", _("Recognised non-governmental organisation (NGO)")
    SCHOOL = "school", _("School")
    OTHER = "other", _("Other legal body (foundation, cooperative…)")
    DE_FACTO = "de_facto", _("De facto association, without legal personality")


class AddressKind(models.TextChoices):
    """What an address is for."""

    SEAT = "seat", _("Registered seat")
    ACTIVITY = "activity", _("Where you work, when it is elsewhere")
    POST = "post", _("For letters, when it is elsewhere")


class Office(models.TextChoices):
    """What somebody does in the organisation."""

    CHAIR = "chair", _("Chair")
    SECRETARY = "secretary", _("Secretary")
    TREASURER = "treasurer", _("Treasurer")
    BOARD = "board", _("Board member")
    DAILY = "daily", _("Daily management")
    PERSON = "person", _("Person of the de facto association")
    CONTACT = "contact", _("Contact person")


class Right(models.TextChoices):
    """What a member may do with a dossier; each right holds those before it."""

    VIEW = "view", _("May read")
    EDIT = "edit", _("May read and write")
    MANAGE = "manage", _("May read, write and decide who has access")


class Departure(models.TextChoices):
    """Why a membership ended."""

    LEFT = "left", _("left")
    REMOVED = "removed", _("removed by a manager")
    BY_CLERK = "by_clerk", _("removed by the city")
    ERASED = "erased", _("account erased")
    MERGED = "merged", _("dossiers merged")


class RequestState(models.TextChoices):
    """Where a request for access stands."""

    OPEN = "open", _("waiting")
    GRANTED = "granted", _("granted")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn")


class DocumentKind(models.TextChoices):
    """What a document of the dossier is."""

    STATUTES = "statutes", _("Statutes")
    ACCOUNTS = "accounts", _("Accounts of a year")
    REPORT = "report", _("Activity report")
    DECLARATION = "declaration", _("Declaration of the de facto association")
    IBAN = "iban", _("Bank’s proof of the account")
    OTHER = "other", _("Other document")


class DocumentState(models.TextChoices):
    """What a clerk said of a document."""

    NEW = "new", _("not checked yet")
    ACCEPTED = "accepted", _("checked by the city")
    REFUSED = "refused", _("to be sent again")


class Standing(models.TextChoices):
    """Where a document's validity stands today."""

    EXPIRED = "expired", _("Expired")
    SOON = "soon", _("Expires soon")
    TO_CONFIRM = "to_confirm", _("Still valid?")
    FUTURE = "future", _("Not valid yet")
    OLD = "old", _("Too old")
    VALID = "valid", _("Valid")


class RegisterAnswer(models.TextChoices):
    """What the public register said on the day of the check."""

    ACTIVE = "active", _("Found, active, under this name")
    NAME_DIFFERS = "name_differs", _("Found, under another name")
    DISSOLVED = "dissolved", _("Found, dissolved or stopped")
    ABSENT = "absent", _("Not found")


# What a clerk should look at before the organisation is paid.
WARNINGS = (RegisterAnswer.NAME_DIFFERS, RegisterAnswer.DISSOLVED, RegisterAnswer.ABSENT)


class Show(models.TextChoices):
    """Which dossiers the clerks' list keeps."""

    REQUESTS = "requests", _("Access asked")
    DOCUMENTS = "documents", _("Documents to check")
    EXPIRED = "expired", _("Documents expired")
    UNCHECKED = "unchecked", _("Number never looked up")
    WARNING = "warning", _("Warning of the register")
    UNMANAGED = "unmanaged", _("Without a manager")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    READ = "dossiers.read", _("Read the dossiers of organisations")
    CHECK = "dossiers.check", _("Check dossiers, decide on access and merge doubles")
