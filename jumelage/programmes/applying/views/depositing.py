"""From the check of one's answers to the deposit, its receipt, a withdrawal, a completion."""

from datetime import datetime
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.questionnaires.queries.readout import answers_shown
from jumelage.programmes.applications.choices import State
from jumelage.programmes.applications.models import Deposit
from jumelage.programmes.applications.queries.answers import draft_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.receipts import receipt_data, receipt_pdf
from jumelage.programmes.applications.services.depositing.complete_application import (
    complete_application,
)
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.applications.services.depositing.withdraw_application import (
    withdraw_application,
)
from jumelage.programmes.applying.phrases import DECLARATION
from jumelage.programmes.applying.queries.pages import (
    files_by_field,
    section_address,
    tasks_of,
)
from jumelage.programmes.applying.views.doors import UNPROCESSABLE, applicant_view, around

_KEY = 40


@applicant_view("GET", "HEAD", "POST")
def check(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """All answers to read again, what is left to do, the declaration, and the one button that deposits."""
    if request.method == "POST":
        return _deposit(request, access, now)
    if access.application.state == State.DEPOSITED:
        return redirect("application-receipt", access.application.key)
    return _check_page(request, access, now)


@applicant_view("GET", "HEAD")
def receipt(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """The number, the fingerprint, the files; a draft has none and is led back to its page."""
    context = around(access, now)
    if context["deposit"] is None:
        return redirect("application", access.application.key)
    context["receipt"] = receipt_data(context["deposit"], get_language() or "fr")
    return render(request, "applying/applicant/deposit/receipt.html", context)


@applicant_view("GET", "HEAD")
def receipt_file(
    request: HttpRequest,  # noqa: ARG001 - the guard hands it over
    access: Access,
    now: datetime,  # noqa: ARG001
    number: str,
) -> HttpResponse:
    """The receipt of one deposit as a PDF/UA, or of its completion."""
    base, _, completion = number.partition("+")
    deposit = access.application.deposits.filter(number=base).first()
    if deposit is None:
        raise Http404
    return _pdf(deposit, completion)


@applicant_view("GET", "HEAD", "POST")
def withdraw(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """Ask once more, then take the deposit back."""
    if request.method == "POST":
        try:
            withdraw_application(access, user=request.user, now=now)
            messages.success(request, gettext("The deposit is withdrawn. This is a draft again."))
        except Refused as refusal:
            messages.error(request, sentence(refusal))
        return redirect("application", access.application.key)
    context = around(access, now)
    if context["deposit"] is None:
        return redirect("application", access.application.key)
    return render(request, "applying/applicant/deposit/withdraw.html", context)


@applicant_view("POST")
def complete(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """Send what the service asked to complete."""
    try:
        complete_application(access, user=request.user, now=now)
        messages.success(request, gettext("Your completion is sent. The number stays the same."))
    except Refused as refusal:
        messages.error(request, sentence(refusal))
    return redirect("application", access.application.key)


def _deposit(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    agreed = request.POST.get("declaration") == "yes"
    key = request.POST.get("key", "")[:_KEY]
    try:
        deposit_application(
            access,
            user=request.user,
            key=key,
            declaration=str(DECLARATION) if agreed else "",
            now=now,
        )
    except Refused as refusal:
        return _check_page(request, access, now, sentence(refusal), key)
    return redirect("application-receipt", access.application.key)


def _check_page(
    request: HttpRequest, access: Access, now: datetime, refused: str = "", key: str = ""
) -> HttpResponse:
    draft = draft_of(access.application)
    sections = answers_shown(draft.definition, draft.answers, draft.context)
    for one in sections:
        one["url"] = section_address(draft, one["code"])
    context = around(
        access,
        now,
        draft=draft,
        sections=sections,
        tasks=tasks_of(draft),
        documents=files_by_field(draft),
        declaration=DECLARATION,
        key=key or uuid4().hex,
        refused=refused,
    )
    status = UNPROCESSABLE if refused else 200
    return render(request, "applying/applicant/deposit/check.html", context, status=status)


def _pdf(deposit: Deposit, completion: str) -> HttpResponse:
    window = None
    if completion:
        done = deposit.windows.exclude(completed_at=None)
        window = done.filter(pk=completion).first() if completion.isdecimal() else None
        if window is None:
            raise Http404
    content = receipt_pdf(deposit, get_language() or "fr", window)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{deposit.number}.pdf"'
    return answer
