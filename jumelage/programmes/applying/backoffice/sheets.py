"""One application on the desk, and what a clerk does with it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from jumelage.foundation.kernel.asking import asked, done
from jumelage.foundation.kernel.downloads import private_answer
from jumelage.foundation.registers.permissions import staff_view
from jumelage.programmes.applications.choices import Act, State
from jumelage.programmes.applications.models import Question
from jumelage.programmes.applications.permissions import Deed, Part
from jumelage.programmes.applications.queries.answers import DOCUMENT, draft_of
from jumelage.programmes.applications.queries.deadlines import deadline_of, open_window
from jumelage.programmes.applications.queries.exchange import mark_of
from jumelage.programmes.applications.queries.files import Access, access_to
from jumelage.programmes.applications.queries.receipts import receipt_pdf
from jumelage.programmes.applications.services.exceptions.give_late_code import (
    give_late_code,
    withdraw_late_code,
)
from jumelage.programmes.applications.services.exceptions.open_window import (
    close_completion,
    open_completion,
)
from jumelage.programmes.applications.services.exchange.ask_question import (
    answer_question,
    publish_answer,
)
from jumelage.programmes.applying.forms.desk import (
    AnswerForm,
    CompletionForm,
    LateCodeForm,
    PublishForm,
)
from jumelage.programmes.applying.queries.desk import sheet_of
from jumelage.programmes.applying.queries.pages import label_of
from jumelage.programmes.calls.queries import in_force

_READERS = (Act.READ, Act.READ_ACCOUNTS, Act.HANDLE, Act.INTAKE)


@staff_view(*_READERS)
def sheet(request: HttpRequest, key: UUID) -> HttpResponse:
    """The sheet: as much of it as the matrix lets this person see."""
    access = _asked(request, key)
    found, now = sheet_of(access), timezone.now()
    context = {
        "heading": found.number or gettext("Application, not deposited"),
        "trail": _trail(),
        "sheet": found,
        "application": access.application,
        "deadline": deadline_of(access.application.call).closes_at,
        "window": open_window(access.application),
        "now": now,
        "may_answer": access.may(Deed.ANSWER),
        "may_exempt": access.may(Deed.EXEMPT),
        "deposited": access.application.state == State.DEPOSITED,
    }
    return render(request, "applying/desk/sheet.html", context)


@staff_view(*_READERS)
def file(request: HttpRequest, key: UUID, number: int) -> HttpResponseBase:
    """One file of what was deposited."""
    access = _asked(request, key, Part.FILES)
    named = {one["file"] for one in sheet_of(access).files}
    found = access.application.attachments.filter(pk=number).first()
    if found is None or number not in named:
        raise Http404
    return private_answer(found.file, media_type=found.media_type, name=found.name)


@staff_view(*_READERS)
def receipt(request: HttpRequest, key: UUID, number: str) -> HttpResponse:
    """The receipt of one deposit, as the applicants have it."""
    access = _asked(request, key, Part.ANSWERS)
    deposit = access.application.deposits.filter(number=number).first()
    if deposit is None:
        raise Http404
    content = receipt_pdf(deposit, get_language() or "fr")
    return HttpResponse(content, content_type="application/pdf")


@staff_view(Act.HANDLE, Act.INTAKE)
def answer(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """Answer a question."""
    access, now = _asked(request, key, Part.QUESTIONS), timezone.now()
    question = _question(access, number)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        initial={"text": question.answer, "seen": mark_of(question)},
    )

    def act() -> None:
        # What a colleague wrote meanwhile is told with the refusal: the next time, it was seen.
        form.data = {"text": form.data["text"], "seen": mark_of(question)}
        answer_question(access, number, **form.cleaned_data, user=request.user, now=now)

    return _form(request, form, act, access, gettext("Answer the question"), lede=question.text)


@staff_view(Act.HANDLE, Act.INTAKE)
def publish(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """Put a question and its answer into the call’s public list, without the asker’s name."""
    access = _asked(request, key, Part.QUESTIONS)
    question = _question(access, number)
    language = access.application.language
    known = {"question": {language: question.text}, "answer": {language: question.answer}}
    if question.faq:
        known = {"question": question.faq.question, "answer": question.faq.answer}
    form = PublishForm(request.POST if request.method == "POST" else None, known=known)

    def act() -> None:
        texts = {name: form.words(name) for name in ("question", "answer")}
        publish_answer(access, number, user=request.user, **texts)

    lede = gettext("Take out every name and everything that tells who asked.")
    return _form(request, form, act, access, gettext("Publish the answer for all"), lede=lede)


@staff_view(Act.HANDLE)
def late_code(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give a late code for this draft."""
    access, now = _asked(request, key, Part.EXCEPTIONS), timezone.now()
    application = access.application
    lead = application.members.select_related("user").first()
    known = {"name": lead.user.name, "email": lead.user.email} if lead else {}
    form = LateCodeForm(request.POST if request.method == "POST" else None, initial=known)

    def act() -> None:
        call, user = application.call, request.user
        give_late_code(call, form.cleaned_data, user=user, now=now, application=application)

    return _form(request, form, act, access, gettext("Give a late code"))


@staff_view(Act.HANDLE)
@require_POST
def late_code_end(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """Take a late code back."""
    access = _asked(request, key, Part.EXCEPTIONS)
    found = access.application.late_codes.filter(pk=number).first()
    if found is None:
        raise Http404
    return _done(
        request, lambda: withdraw_late_code(found, user=request.user, now=timezone.now()), key
    )


@staff_view(Act.HANDLE, Act.INTAKE)
def completion(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask for a completion: choose the questions, say what is missing and until when."""
    access, now = _asked(request, key, Part.EXCEPTIONS), timezone.now()
    application = access.application
    form = CompletionForm(
        request.POST if request.method == "POST" else None,
        questions=_questions(access),
        until=_until(access, now),
    )

    def act() -> None:
        values = {name: form.cleaned_data[name] for name in ("reason", "message", "until")}
        fields = form.cleaned_data["fields_asked"]
        open_completion(access, fields, user=request.user, now=now, **values)

    lede = str(application.organisation or "")
    return _form(request, form, act, access, gettext("Ask for a completion"), lede=lede)


@staff_view(Act.HANDLE, Act.INTAKE)
@require_POST
def completion_end(request: HttpRequest, key: UUID) -> HttpResponse:
    """Close the completion without waiting."""
    access = _asked(request, key, Part.EXCEPTIONS)
    now = timezone.now()
    return _done(request, lambda: close_completion(access, user=request.user, now=now), key)


def _asked(request: HttpRequest, key: UUID, part: Part = Part.EXISTENCE) -> Access:
    access = access_to(request.user, key)
    if access is None or part not in access.parts:
        raise Http404
    return access


def _question(access: Access, number: int) -> Question:
    found = access.application.questions.select_related("faq").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _questions(access: Access) -> list[tuple[str, str]]:
    draft = draft_of(access.application)
    asked = [code for code, field in draft.definition.by_code.items() if field.asks]
    names = [*asked, *(f"{DOCUMENT}{one.slug}" for one in draft.asked_files)]
    return [(name, label_of(draft, name)) for name in names]


def _until(access: Access, now: datetime) -> datetime:
    days = in_force(access.application.call, "completion_days")
    local = timezone.localtime(now + timedelta(days=days))
    return local.replace(hour=16, minute=0, second=0, microsecond=0)


def _form(
    request: HttpRequest,
    form: Form,
    act: Callable[[], None],
    access: Access,
    heading: str,
    *,
    lede: str = "",
) -> HttpResponse:
    """Ask, do, and show the sheet; what is refused stands over the form, with all that was written."""
    back = reverse("desk-application", args=[access.application.key])
    return asked(
        request,
        form,
        act,
        "registers/desk/act.html",
        heading=heading,
        lede=lede,
        back=back,
        trail=[*_trail(), {"label": gettext("Application"), "url": back}],
    )


def _done(request: HttpRequest, act: Callable[[], None], key: UUID) -> HttpResponse:
    return done(request, act, gettext("It is done."), "desk-application", key)


def _trail() -> list[dict[str, str]]:
    """The way from the desk to an application."""
    return [{"label": gettext("Applications"), "url": reverse("desk-applications")}]
