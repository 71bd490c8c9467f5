"""Who may see a dossier, decided by a clerk after a check; doubles merged."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from jumelage.city.dossiers import queries
from jumelage.city.dossiers.choices import Act
from jumelage.city.dossiers.forms.desk import DecisionForm, ManagerForm, MergeForm
from jumelage.city.dossiers.models import AccessRequest
from jumelage.city.dossiers.services.access.appoint_manager import appoint_manager
from jumelage.city.dossiers.services.access.decide_access import grant_access, refuse_access
from jumelage.city.organisations.models import Organisation
from jumelage.city.organisations.queries import doubles as likely_doubles
from jumelage.city.organisations.services.merge_organisations import merge_organisations
from jumelage.foundation.kernel.asking import asked
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.permissions import staff_view

PAGE_ROWS = 25
FORM = "dossiers/desk/form.html"


@staff_view(Act.CHECK)
def index(request: HttpRequest) -> HttpResponse:
    """The requests that wait, the oldest first."""
    page = Paginator(queries.requests_to_decide(request.user), PAGE_ROWS).get_page(
        request.GET.get("page")
    )
    context = {
        "heading": gettext("Requests for access"),
        "trail": _trail(),
        "page": page,
        "query": "",
    }
    return render(request, "dossiers/desk/requests.html", context)


@staff_view(Act.CHECK)
def decision(request: HttpRequest, number: int) -> HttpResponse:
    """Let somebody in, or refuse with a reason."""
    found = queries.requests_to_decide(request.user).filter(pk=number).first()
    if found is None:
        # A second click, or a colleague or a manager was quicker.
        get_object_or_404(AccessRequest, pk=number)
        messages.info(request, sentence(Refused("access-decided")))
        return redirect("desk-access-requests")
    form = DecisionForm(request.POST or None)

    def act() -> None:
        typed = form.cleaned_data
        if typed["decision"] == "refuse":
            refuse_access(found, answer=typed["answer"], actor=request.user)
        else:
            right = typed["right"] or "view"
            grant_access(found, right=right, checked=typed["checked"], actor=request.user)

    dossier = getattr(found.organisation, "dossier", None)
    return asked(
        request,
        form,
        act,
        FORM,
        heading=gettext("Decide on a request for access"),
        back=reverse("desk-access-requests"),
        trail=[*_trail(), _step(gettext("Requests for access"), "desk-access-requests")],
        asking=found,
        dossier=dossier,
        members=queries.members_of(dossier) if dossier else [],
    )


@staff_view(Act.CHECK)
def manager(request: HttpRequest, number: int) -> HttpResponse:
    """Appoint a manager: nobody is left, or a manager keeps the others out."""
    found = queries.dossier_for(request.user, number)
    if found is None:
        raise Http404
    form = ManagerForm(found, request.POST or None)

    def act() -> None:
        typed = form.cleaned_data
        gone = list(typed.get("removed", []))
        appoint_manager(
            found, email=typed["email"], checked=typed["checked"], removed=gone, actor=request.user
        )

    back = reverse("desk-dossier", args=[found.pk])
    trail = [*_trail(), {"label": found.name, "url": back}]
    heading = gettext("Appoint a manager")
    return asked(request, form, act, FORM, heading=heading, back=back, trail=trail)


@staff_view(Act.CHECK)
def doubles(request: HttpRequest) -> HttpResponse:
    """Organisations that are likely one."""
    context = {
        "heading": gettext("Likely doubles"),
        "trail": _trail(),
        "pairs": likely_doubles(),
    }
    return render(request, "dossiers/desk/doubles.html", context)


@staff_view(Act.CHECK)
def merge(request: HttpRequest, double: int, kept: int) -> HttpResponse:
    """Merge one into the other; the one kept stays as it is, and gets what only the double had."""
    pair = Organisation.objects.in_bulk([double, kept])
    if len(pair) != 2:  # noqa: PLR2004 - one and the other
        raise Http404
    form = MergeForm(request.POST or None)

    def act() -> None:
        confirmed = form.cleaned_data["confirmed"]
        merge_organisations(pair[double], pair[kept], confirmed=confirmed, actor=request.user)

    return asked(
        request,
        form,
        act,
        FORM,
        heading=gettext("Merge two organisations"),
        back=reverse("desk-doubles"),
        trail=[*_trail(), _step(gettext("Likely doubles"), "desk-doubles")],
        double=pair[double],
        kept=pair[kept],
    )


def _step(label: str, name: str) -> dict[str, Any]:
    return {"label": label, "url": reverse(name)}


def _trail() -> list[dict[str, Any]]:
    return [_step(gettext("Dossiers of organisations"), "desk-dossiers")]
