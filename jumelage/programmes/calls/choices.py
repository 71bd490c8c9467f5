"""States, kinds and acts of calls."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where a call stands at a given moment; computed, never kept."""

    DRAFT = "draft", pgettext_lazy("call", "In preparation")
    COMING = "coming", pgettext_lazy("call", "Opens soon")
    OPEN = "open", pgettext_lazy("call", "Open")
    CLOSED = "closed", pgettext_lazy("call", "Closed")
    CANCELLED = "cancelled", pgettext_lazy("call", "Cancelled")


class Authority(models.TextChoices):
    """Whose rule a text is; what is not known to be the city's is said to be the platform's."""

    OFFICIAL = "official", _("official rule")
    PROPOSAL = "proposal", _("proposal of the platform")


class EnvelopeKind(models.TextChoices):
    """What a reserved amount means; said in full on the page."""

    MINIMUM = "minimum", _("Minimum")
    MAXIMUM = "maximum", _("Maximum")
    RING_FENCED = "ring-fenced", _("Ring-fenced")


class DateKind(models.TextChoices):
    """What takes place on a date of the calendar, beside opening and closing."""

    INFORMATION = "information", _("Information session")
    SITTING = "sitting", _("Sitting of the jury or the council")
    DECISION = "decision", _("Decision")
    START = "start", _("Start of the projects")
    REPORT = "report", _("Report due")
    OTHER = "other", pgettext_lazy("date", "Other date")


class DocumentKind(models.TextChoices):
    """What a document of a call is."""

    REGULATION = "regulation", _("Regulation")
    FORM = "form", _("Form")
    CRITERIA = "criteria", _("Criteria of evaluation")
    MODEL = "model", _("Model to fill in")
    OTHER = "other", pgettext_lazy("document", "Other document")


class ApplicantKind(models.TextChoices):
    """Who may stand behind an application."""

    ASBL = "asbl", _("Non-profit association (ASBL, VZW)")
    NGO = "ngo", _("Recognised non-governmental organisation")
    SCHOOL = "school", _("School")
    DE_FACTO = "de-facto", _("De facto association")
    INHABITANTS = "inhabitants", _("Group of inhabitants")
    PUBLIC = "public", _("Public service")
    COMPANY = "company", _("Commercial company")
    PERSON = "person", _("One person alone")


class NoticeKind(models.TextChoices):
    """What a public notice tells of."""

    AMENDMENT = "amendment", _("Change of the rules")
    EXTENSION = "extension", _("Longer time to apply")
    OUTAGE = "outage", _("Site out of service at the closing hour")
    CANCELLATION = "cancellation", _("Cancellation")


class AlertKind(models.TextChoices):
    """What subscribers are told of: once each, of a re-opening once each time."""

    OPENING = "opening", _("A call opens")
    LAST_DAYS = "last-days", _("A call closes soon")
    REOPENING = "reopening", _("A call opens again")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    KEEP = "calls.keep", _("Write calls for projects, their articles, tracks and calendar")
    PUBLISH = "calls.publish", _("Publish, amend, extend and cancel calls for projects")
