"""Dossiers at the desk: the list, one of them, and what a clerk saw in a register or a document."""

from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext

from jumelage.city.dossiers import queries
from jumelage.city.dossiers.choices import WARNINGS, Act, Show
from jumelage.city.dossiers.forms.desk import DocumentCheckForm, RegisterForm
from jumelage.city.dossiers.models import Dossier, DossierDocument
from jumelage.city.dossiers.permissions import may_check_dossiers, right_over
from jumelage.city.dossiers.queries.completeness import standing_of
from jumelage.city.dossiers.queries.desk import dossiers_listed, numbers_shown
from jumelage.city.dossiers.services.content.check_document import check_document
from jumelage.city.dossiers.services.content.check_register import check_register
from jumelage.foundation.audit.queries import history_of
from jumelage.foundation.kernel.asking import asked
from jumelage.foundation.kernel.downloads import private_answer
from jumelage.foundation.registers.permissions import staff_view

PAGE_ROWS = 25
FORM = "dossiers/desk/form.html"
HISTORY_LINES = 30


@staff_view(Act.READ, Act.CHECK)
def index(request: HttpRequest) -> HttpResponse:
    """The dossiers, the last changed first; found by name, number, IBAN or person."""
    today, text = timezone.localdate(), request.GET.get("q", "").strip()
    chosen = request.GET.get("show", "")
    found = dossiers_listed(request.user, text=text, chosen=chosen, today=today)
    page = Paginator(found, PAGE_ROWS).get_page(request.GET.get("page"))
    numbers = numbers_shown(request.user, today=today)
    context = {
        "heading": gettext("Dossiers of organisations"),
        "page": page,
        "rows": [(one, queries.number_of(one), one.answer in WARNINGS) for one in page],  # type: ignore[attr-defined]
        "text": text,
        "chosen": chosen if chosen in Show.values else "",
        "kinds": [(one.value, one.label, numbers[one.value]) for one in Show],
        "query": urlencode(
            {name: value for name, value in (("q", text), ("show", chosen)) if value}
        ),
        "may_check": may_check_dossiers(request.user),
    }
    return render(request, "dossiers/desk/dossiers.html", context)


@staff_view(Act.READ, Act.CHECK)
def dossier(request: HttpRequest, number: int) -> HttpResponse:
    """One dossier as the clerks read it."""
    found, today = _found(request, number), timezone.localdate()
    lines = history_of(found)[:HISTORY_LINES]
    checks = found.register_checks.all()
    context = {
        "heading": found.name,
        "trail": _trail(),
        "dossier": found,
        "number": queries.number_of(found),
        "checks": checks,
        "warning": next((one for one in checks[:1] if one.answer in WARNINGS), None),
        "missing": queries.missing_in(found, today=today),
        "documents": [(one, standing_of(one, today=today)) for one in found.documents.all()],
        "members": queries.members_of(found),
        "requests": queries.access_requests_of(request.user, found),
        "history": queries.history_told(found, lines, staff=True),
        "may_check": may_check_dossiers(request.user),
        "may_write": right_over(request.user, found),
    }
    return render(request, "dossiers/desk/dossier.html", context)


@staff_view(Act.CHECK)
def register_check(request: HttpRequest, number: int) -> HttpResponse:
    """Write down what the public register said of the number."""
    found, today = _found(request, number), timezone.localdate()
    form = RegisterForm(request.POST or None, initial={"on": today})

    def act() -> None:
        check_register(found, **form.cleaned_data, today=today, actor=request.user)

    heading = gettext("Write down what the register says")
    trail = _trail(found)
    return asked(request, form, act, FORM, heading=heading, back=_address(found), trail=trail)


@staff_view(Act.CHECK)
def document(request: HttpRequest, number: int, row: int) -> HttpResponse:
    """Say whether a document is in order."""
    found = _found(request, number)
    one = _document(found, row)
    form = DocumentCheckForm(request.POST or None)

    def act() -> None:
        check_document(one, **form.cleaned_data, actor=request.user)

    return asked(
        request,
        form,
        act,
        FORM,
        heading=gettext("Check a document"),
        back=_address(found),
        trail=_trail(found),
        document=one,
        dossier=found,
    )


@staff_view(Act.READ, Act.CHECK)
def file(request: HttpRequest, number: int, row: int) -> FileResponse:
    """The file of a document, for the staff who may read dossiers."""
    found = _document(_found(request, number), row)
    return private_answer(found.file, media_type=found.media_type, name=found.name)


def _found(request: HttpRequest, number: int) -> Dossier:
    if (found := queries.dossier_for(request.user, number)) is None:
        raise Http404
    return found


def _document(found: Dossier, row: int) -> DossierDocument:
    one = DossierDocument.objects.filter(dossier=found, pk=row).first()
    if one is None:
        raise Http404
    return one


def _address(found: Dossier) -> str:
    return reverse("desk-dossier", args=[found.pk])


def _trail(found: Dossier | None = None) -> list[dict[str, Any]]:
    steps = [{"label": gettext("Dossiers of organisations"), "url": reverse("desk-dossiers")}]
    return [*steps, {"label": found.name, "url": _address(found)}] if found else steps
