"""The evidence register: the list, one certificate, and what a clerk does with it."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.foundation.audit.queries import history_of
from jumelage.foundation.kernel.asking import asked
from jumelage.foundation.kernel.downloads import file_answer
from jumelage.foundation.registers.permissions import staff_view
from jumelage.foundation.registers.queries.meeting import marks_seen
from jumelage.programmes.fairtrade import queries
from jumelage.programmes.fairtrade.choices import Act, Validity
from jumelage.programmes.fairtrade.forms.desk import CertificateForm, CheckForm
from jumelage.programmes.fairtrade.models import Certificate
from jumelage.programmes.fairtrade.permissions import may_keep_certificates
from jumelage.programmes.fairtrade.rules.validity import EXPIRES_SOON_DAYS, days_left
from jumelage.programmes.fairtrade.services.check_certificate import check_certificate
from jumelage.programmes.fairtrade.services.keep_certificate import keep_certificate

PAGE_ROWS = 20
HISTORY_LINES = 20
_FIELDS = ("supplier", "mark", "number", "scope", "valid_from", "valid_until")


@staff_view(Act.READ, Act.KEEP)
def index(request: HttpRequest) -> HttpResponse:
    """The certificates, the one that ends first first; expired ones are always counted."""
    today, standing = timezone.localdate(), request.GET.get("standing", "")
    found = queries.standing_on(queries.certificates_for(request.user), standing, today=today)
    page = Paginator(found, PAGE_ROWS).get_page(request.GET.get("page"))
    numbers = queries.counts(request.user, today=today)
    chosen = standing if standing in Validity.values else ""
    context = {
        "heading": gettext("Suppliers’ certificates"),
        "page": page,
        "rows": [_row(one) for one in page],
        "chosen": chosen,
        "query": f"standing={chosen}" if chosen else "",
        "kinds": [(kind, label, numbers[kind]) for kind, label in Validity.choices],
        "all": sum(numbers.values()),
        "soon_days": EXPIRES_SOON_DAYS,
        "may_keep": may_keep_certificates(request.user),
    }
    return render(request, "fairtrade/desk/certificates.html", context)


@staff_view(Act.READ, Act.KEEP)
def certificate(request: HttpRequest, number: int) -> HttpResponse:
    """One certificate, with what the registry said and who was reminded."""
    found = _asked(request, number)
    context = {
        "heading": str(found),
        "trail": _trail(),
        **_row(found),
        "checks": found.checks.all(),
        "reminders": found.reminders.all(),
        "history": history_of(found)[:HISTORY_LINES],
        "may_keep": may_keep_certificates(request.user),
    }
    return render(request, "fairtrade/desk/certificate.html", context)


@staff_view(Act.KEEP)
def add(request: HttpRequest) -> HttpResponse:
    """Enter a certificate."""
    form = CertificateForm(request.POST or None, request.FILES or None)
    return _keep(request, form, None, gettext("Add a certificate"))


@staff_view(Act.KEEP)
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Change what was entered, or send the file."""
    found = _asked(request, number)
    known = {name: getattr(found, name) for name in _FIELDS}
    form = CertificateForm(request.POST or None, request.FILES or None, initial=known)
    return _keep(request, form, found, gettext("Change the certificate"))


@staff_view(Act.KEEP)
def check(request: HttpRequest, number: int) -> HttpResponse:
    """Say what the public registry of the mark said."""
    found, today = _asked(request, number), timezone.localdate()
    form = CheckForm(request.POST or None, initial={"on": today})

    def act() -> Certificate:
        check_certificate(found, **form.cleaned_data, today=today, actor=request.user)
        return found

    return _form(request, form, act, found, gettext("Enter a check in the registry"))


@staff_view(Act.READ, Act.KEEP)
def file(request: HttpRequest, number: int) -> FileResponse:
    """The file, for the staff alone; no browser keeps it."""
    found = _asked(request, number)
    if not found.file:
        raise Http404
    name = f"{found.mark.slug}-{found.pk}"
    answer = file_answer(found.file, media_type=found.media_type, name=name)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _keep(
    request: HttpRequest, form: CertificateForm, found: Certificate | None, heading: str
) -> HttpResponse:
    def act() -> Certificate:
        sent = form.cleaned_data["file"]
        return keep_certificate(
            found.pk if found else None,
            form.values,
            actor=request.user,
            content=sent.read() if sent else b"",
            file_name=sent.name if sent else "",
            marks=request.POST.get("marks", ""),
        )

    seen = marks_seen(found, _FIELDS) if found else ""
    return _form(request, form, act, found, heading, seen=seen)


def _form(
    request: HttpRequest,
    form: CertificateForm | CheckForm,
    act: Callable[[], Certificate],
    found: Certificate | None,
    heading: str,
    *,
    seen: str = "",
) -> HttpResponse:
    """Ask, do, and show the certificate; what is refused stands over the form, with all that was written."""

    def kept() -> str:
        return reverse("desk-certificate", args=[act().pk])

    return asked(
        request,
        form,
        kept,
        "fairtrade/desk/form.html",
        heading=heading,
        trail=_trail(found),
        back=_trail(found)[-1]["url"],
        marks=seen,
        certificate=found,
    )


def _asked(request: HttpRequest, number: int) -> Certificate:
    found = queries.certificate_for(request.user, number)
    if found is None:
        raise Http404
    return found


def _row(found: Certificate) -> dict[str, Any]:
    today = timezone.localdate()
    left = days_left(found.valid_until, today=today)
    return {
        "certificate": found,
        "standing": queries.validity_of(found, today=today),
        "left": left,
    }


def _trail(found: Certificate | None = None) -> list[dict[str, str]]:
    steps = [{"label": gettext("Suppliers’ certificates"), "url": reverse("desk-certificates")}]
    if found:
        steps.append({"label": str(found), "url": reverse("desk-certificate", args=[found.pk])})
    return steps
