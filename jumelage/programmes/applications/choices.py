"""States, rights, channels, reasons and acts of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where an application stands; the room `review` adds what comes after the deposit."""

    DRAFT = "draft", _("Draft, not deposited")
    DEPOSITED = "deposited", _("Deposited")
    WITHDRAWN = "withdrawn", _("Withdrawn, not deposited")


class Right(models.TextChoices):
    """What a colleague may do; each right holds the ones before it."""

    VIEW = "view", _("Read")
    EDIT = "edit", _("Read and write")
    DEPOSIT = "deposit", _("Read, write and deposit")


class Channel(models.TextChoices):
    """How the application came."""

    ONLINE = "online", _("Online")
    PAPER = "paper", _("On paper")
    EMAIL = "email", _("By e-mail")


class Ground(models.TextChoices):
    """Why a deposit was allowed at its hour."""

    ON_TIME = "on-time", _("Before the deadline")
    GRACE = "grace", _("Within the grace period: the draft was in use at the hour")
    LATE_CODE = "late-code", _("With a late code")
    INTAKE = "intake", _("Entered by the service from an original that came on time")


class Exemption(models.TextChoices):
    """Why the service makes an exception for one applicant; the journal keeps the code."""

    OUTAGE = "outage", _("The platform failed, or the connection to it")
    SERVICE = "service", _("The service made a mistake or answered too late")
    ILLNESS = "illness", _("Illness or accident")
    DISASTER = "disaster", _("A disaster or events in the partner’s country")
    DECISION = "decision", _("A decision of the College")


class WindowReason(models.TextChoices):
    """Why the service asks for a completion; the journal keeps the code."""

    MISSING = "missing", _("Something is missing")
    UNREADABLE = "unreadable", _("A file cannot be read")
    UNCLEAR = "unclear", _("An answer is not clear")
    MISTAKE = "mistake", _("An obvious slip of the pen")


class Letter(models.TextChoices):
    """Mails that the room sends."""

    RECEIPT = "receipt", _("Receipt of the deposit")
    COMPLETED = "completed", _("Receipt of the completion")
    WITHDRAWN = "withdrawn", _("Withdrawal")
    INVITATION = "invitation", _("Invitation of a colleague")
    ANSWER = "answer", _("Answer to a question")
    LATE_CODE = "late-code", _("Late code")
    COMPLETION = "completion", _("Request for a completion")
    AMENDED = "amended", _("The call has changed")
    EXTENDED = "extended", _("The deadline has moved")
    CANCELLED = "cancelled", _("The call is cancelled")
    REMINDER = "reminder", _("Reminder: the draft is not deposited")
    RETENTION = "retention", _("Warning: the draft will be erased")


class Sent(models.TextChoices):
    """What became of a mail."""

    WAITING = "waiting", pgettext_lazy("mail", "Waiting to be sent")
    SENT = "sent", pgettext_lazy("mail", "Sent")
    FAILED = "failed", pgettext_lazy("mail", "Not sent")
    BOUNCED = "bounced", pgettext_lazy("mail", "Came back")


class Likeness(models.TextChoices):
    """By what two applications are found to be alike."""

    IBAN = "iban", _("Same bank account")
    NUMBER = "number", _("Same enterprise number")
    ORGANISATION = "organisation", _("Same organisation")
    PERSON = "person", _("Same person")
    ADDRESS = "address", _("Same address")
    TEXT = "text", _("Nearly the same text")


class Verdict(models.TextChoices):
    """What a clerk says of two applications that are alike."""

    DIFFERENT = "different", _("Two different applications")
    DOUBLE = "double", _("The same application twice")


class Act(models.TextChoices):
    """Acts of this room that a role may hold."""

    READ = "applications.read", _("See which applications were deposited, by whom and for how much")
    READ_ACCOUNTS = "applications.read-accounts", _("See amounts and bank accounts of applications")
    HANDLE = (
        "applications.handle",
        _("Read applications, answer questions, give late codes, ask for completions"),
    )
    INTAKE = "applications.intake", _("Enter applications that came on paper or by e-mail")
