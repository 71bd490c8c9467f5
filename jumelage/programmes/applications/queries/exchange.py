"""Questions and mails of an application."""

from django.db.models import Exists, OuterRef, QuerySet

from jumelage.programmes.applications.choices import Sent
from jumelage.programmes.applications.models import (
    Application,
    Intake,
    Invitation,
    Mail,
    Member,
    Question,
)


def questions_of(application: Application) -> list[Question]:
    """Every question and its answer, the oldest first. 1 query."""
    return list(application.questions.select_related("asked_by", "answered_by", "faq"))


def unanswered(application: Application) -> int:
    """How many questions wait for the service. 1 query."""
    return application.questions.filter(answered_at=None).count()


def mails_of(application: Application) -> list[Mail]:
    """Every mail about it, the last first. 1 query."""
    return list(application.mails.all())


def lost_mails() -> QuerySet[Mail]:
    """Mails that did not arrive at an address to which the application still writes, and after which none went through
    there: somebody is to look for another address.
    """
    here, address = {"application": OuterRef("application")}, OuterRef("address")
    later = Mail.objects.filter(**here, address__iexact=address, pk__gt=OuterRef("pk"))
    waiting = Invitation.objects.filter(**here, accepted_at=None, withdrawn_at=None)
    return Mail.objects.filter(
        Exists(Member.objects.filter(**here, user__email__iexact=address))
        | Exists(waiting.filter(email__iexact=address))
        | Exists(Intake.objects.filter(**here, sender_email__iexact=address)),
        ~Exists(later.filter(state=Sent.SENT)),
        state__in=[Sent.FAILED, Sent.BOUNCED],
    )


def troubled_mails(application: Application) -> list[Mail]:
    """The lost mails of one application. 1 query."""
    return list(lost_mails().filter(application=application))


def mark_of(question: Question) -> str:
    """By what a page says which answer it showed; "" when there was none."""
    return question.answered_at.isoformat() if question.answered_at else ""
