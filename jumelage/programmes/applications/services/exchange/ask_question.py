"""Ask the service something from within an application, answer it, and publish the answer for all."""

from datetime import datetime
from typing import Any, cast

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.translated import Translated
from jumelage.programmes.applications.choices import Letter
from jumelage.programmes.applications.models import Question
from jumelage.programmes.applications.permissions import Deed
from jumelage.programmes.applications.queries.exchange import mark_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.writing import locked_for
from jumelage.programmes.applications.services.exchange.queue_mail import queue_to_members
from jumelage.programmes.calls.models import Faq
from jumelage.programmes.calls.services.keep_row import keep_row

LONGEST = 2000
# Questions of one application that wait for their answer: more are a sign of a stuck button.
MOST_WAITING = 20


def ask_question(
    access: Access, text: str, *, user: Any, now: datetime, field: str = ""
) -> Question:
    """Keep a question to the service, at the question `field` of the form or at none.

    Raises Refused("application-not-allowed"), Refused("question-empty"), Refused("question-long") or
    Refused("questions-many").
    """
    if not access.may(Deed.ASK):
        raise Refused("application-not-allowed")
    _check_text(text)
    with transaction.atomic():
        application = locked_for(access)
        waiting = application.questions.filter(answered_at=None)
        if same := waiting.filter(text=text, asked_by=user).first():
            return same
        if waiting.count() >= MOST_WAITING:
            raise Refused("questions-many", most=MOST_WAITING)
        question = Question.objects.create(
            application=application, field=field, text=text, asked_by=user, asked_at=now
        )
        write_line("applications.ask", application, actor=user, question=question.pk)
    return question


def answer_question(
    access: Access, number: int, text: str, *, user: Any, now: datetime, seen: str | None = None
) -> Question:
    """Answer the question `number` in the file, and write to all who work on it; the same text twice does it once.

    A new answer replaces the one `seen` (its `mark_of`; None: whatever stands). Raises
    Refused("application-not-allowed"), Refused("question-unknown"), Refused("question-empty"), Refused("question-long")
    or, when a colleague answered meanwhile, Refused("question-answered").
    """
    if not access.may(Deed.ANSWER):
        raise Refused("application-not-allowed")
    _check_text(text)
    with transaction.atomic():
        application = locked_for(access)
        question = application.questions.filter(pk=number).first()
        if question is None:
            raise Refused("question-unknown")
        if question.answer == text:
            return question
        if seen is not None and seen != mark_of(question):
            raise Refused("question-answered", answer=question.answer)
        question.answer, question.answered_by, question.answered_at = text, user, now
        question.save(update_fields=["answer", "answered_by", "answered_at"])
        write_line("applications.answer", application, actor=user, question=question.pk)
        queue_to_members(
            application,
            Letter.ANSWER,
            occasion=f"{question.pk} {now:%Y-%m-%d %H:%M:%S}",
            now=now,
        )
    return question


def publish_answer(
    access: Access, number: int, *, question: Translated, answer: Translated, user: Any
) -> Faq:
    """Put a question and its answer, in the words given here, into the call's public list; who asked is not told.

    Raises Refused("application-not-allowed"), Refused("question-unknown") or what `keep_row` refuses.
    """
    if not access.may(Deed.ANSWER):
        raise Refused("application-not-allowed")
    with transaction.atomic():
        application = locked_for(access)
        asked = application.questions.exclude(answered_at=None).filter(pk=number).first()
        if asked is None:
            raise Refused("question-unknown")
        slug = asked.faq.slug if asked.faq else f"question-{asked.pk}"
        values = {"slug": slug, "question": question, "answer": answer}
        number_of_faq = asked.faq.pk if asked.faq else None
        faq = cast("Faq", keep_row(application.call, "faq", number_of_faq, values, actor=user))
        asked.faq = faq
        asked.save(update_fields=["faq"])
        write_line("applications.publish-answer", application, actor=user, question=asked.pk)
    return faq


def _check_text(text: str) -> None:
    if not text.strip():
        raise Refused("question-empty")
    if len(text) > LONGEST:
        raise Refused("question-long", limit=LONGEST, count=len(text))
