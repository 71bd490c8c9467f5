"""The likely doubles of one application, and what a clerk says of them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.foundation.kernel.asking import asked
from jumelage.foundation.registers.permissions import staff_view
from jumelage.programmes.applications.choices import Act, Verdict
from jumelage.programmes.applications.queries.deposits import standing_deposit
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.intake.backoffice.asking import found, trail
from jumelage.programmes.intake.forms.entering import ComparisonForm
from jumelage.programmes.intake.queries.doubles import doubles_of, may_compare
from jumelage.programmes.intake.services.note_comparison import note_comparison


@staff_view(Act.HANDLE, Act.INTAKE)
def doubles(request: HttpRequest, key: UUID) -> HttpResponse:
    """Applications that are like this one, each with its reasons."""
    access = _comparable(request, key)
    deposit = standing_deposit(access.application)
    context = {
        "heading": gettext("Likely doubles of {number}").format(
            number=deposit.number if deposit else ""
        ),
        "application": access.application,
        "rows": doubles_of(request.user, access),
        "trail": trail(access),
    }
    return render(request, "intake/desk/doubles.html", context)


@staff_view(Act.HANDLE, Act.INTAKE)
def compare(request: HttpRequest, key: UUID, other: UUID) -> HttpResponse:
    """Say that it is a double, or not, because."""
    access = _comparable(request, key)
    row = next(
        (one for one in doubles_of(request.user, access) if one.application.key == other), None
    )
    if row is None:
        raise Http404
    said = row.comparison
    known = {
        "verdict": said.verdict if said else Verdict.DIFFERENT,
        "note": said.note if said else "",
    }
    form = ComparisonForm(request.POST or None, initial=known)
    back = reverse("desk-application-doubles", args=[key])

    def act() -> str:
        note_comparison(
            access, row.application, user=request.user, now=timezone.now(), **form.cleaned_data
        )
        return back

    return asked(
        request,
        form,
        act,
        "registers/desk/act.html",
        told=gettext("It is written down. Neither application is changed."),
        heading=gettext("Say whether it is a double"),
        lede=f"{row.application.organisation or ''}: {'; '.join(row.reasons)}",
        back=back,
        trail=trail(access),
    )


def _comparable(request: HttpRequest, key: UUID) -> Access:
    access = found(request, key)
    if not may_compare(access):
        raise Http404
    return access
