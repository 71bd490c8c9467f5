"""Questions and mails of an application."""

from jumelage.programmes.applications.choices import Sent
from jumelage.programmes.applications.models import Application, Mail, Question


def questions_of(application: Application) -> list[Question]:
    """Every question and its answer, the oldest first. 1 query."""
    return list(application.questions.select_related("asked_by", "answered_by", "faq"))


def unanswered(application: Application) -> int:
    """How many questions wait for the service. 1 query."""
    return application.questions.filter(answered_at=None).count()


def mails_of(application: Application) -> list[Mail]:
    """Every mail about it, the last first. 1 query."""
    return list(application.mails.all())


def troubled_mails(application: Application) -> list[Mail]:
    """Mails that did not arrive, so that people look for another address. 1 query."""
    return list(application.mails.filter(state__in=[Sent.FAILED, Sent.BOUNCED]))


def mark_of(question: Question) -> str:
    """By what a page says which answer it showed; "" when there was none."""
    return question.answered_at.isoformat() if question.answered_at else ""
