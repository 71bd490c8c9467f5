"""My organisations: the list, opening a dossier, asking for access, answering an invitation."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from jumelage.city.dossiers import queries
from jumelage.city.dossiers.choices import LegalForm
from jumelage.city.dossiers.forms.access import AskForm
from jumelage.city.dossiers.forms.dossier import OpeningForm
from jumelage.city.dossiers.models import AccessRequest
from jumelage.city.dossiers.services.access.ask_access import ask_access, withdraw_request
from jumelage.city.dossiers.services.access.invite_member import accept_invitation
from jumelage.city.dossiers.services.content.look_up_number import look_up_number
from jumelage.city.dossiers.services.content.open_dossier import open_dossier
from jumelage.city.dossiers.views.asking import UNPROCESSABLE, act_done, done, row_of
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence


@never_cache
@login_required
def dossiers(request: HttpRequest) -> HttpResponse:
    """The dossiers I have access to, invitations that wait for me, and what I asked."""
    now, today = timezone.now(), timezone.localdate()
    memberships = queries.dossiers_of(request.user)
    shown = {
        "rows": [(one, len(queries.missing_in(one.dossier, today=today))) for one in memberships],
        "invitations": queries.invitations_for(request.user, now=now),
        "requests": queries.my_requests(request.user),
    }
    return render(request, "dossiers/member/dossiers.html", shown)


@never_cache
@login_required
def opening(request: HttpRequest) -> HttpResponse:
    """Open a dossier. A number that is here already leads to the question for access."""
    form = OpeningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            if found := _known(request, form):
                return _ask_page(request, AskForm(initial=form.cleaned_data), found)
            dossier = open_dossier(**form.cleaned_data, user=request.user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, gettext("The dossier is open. Fill in its parts when it suits you.")
            )
            return redirect("dossier", number=dossier.pk)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "dossiers/member/open.html", {"form": form}, status=status)


@never_cache
@login_required
@require_POST
def asking(request: HttpRequest) -> HttpResponse:
    """Ask the members, and the city, to be let in."""
    form = AskForm(request.POST)
    try:
        found = look_up_number(request.POST.get("enterprise_number", ""), user=request.user)
    except Refused as refusal:
        messages.error(request, sentence(refusal))
        return redirect("dossier-open")
    if found is None:
        return redirect("dossier-open")
    if form.is_valid() and done(
        request,
        form,
        lambda: ask_access(found, because=form.cleaned_data["because"], user=request.user),
    ):
        return redirect("dossiers")
    return _ask_page(request, form, found)


@never_cache
@login_required
@require_POST
def withdrawal(request: HttpRequest, asked: int) -> HttpResponse:
    """Take a question back."""
    found = row_of(AccessRequest.objects.filter(user=request.user.pk), asked)
    return act_done(
        request,
        lambda: withdraw_request(found, user=request.user),
        back=reverse("dossiers"),
        said=gettext("Your request is withdrawn."),
    )


@never_cache
@login_required
@require_POST
def acceptance(request: HttpRequest, invitation: int) -> HttpResponse:
    """Accept an invitation sent to the address that I sign in with."""
    mine = queries.invitations_for(request.user, now=timezone.now())
    found = next((one for one in mine if one.pk == invitation), None)
    if found is None:
        raise Http404
    return act_done(
        request,
        lambda: accept_invitation(found, user=request.user),
        back=reverse("dossier", args=[found.dossier_id]),
        said=gettext("Welcome: you have access to this dossier."),
    )


def _known(request: HttpRequest, form: OpeningForm) -> Organisation | None:
    typed = form.cleaned_data
    if typed["legal_form"] == LegalForm.DE_FACTO or not typed["enterprise_number"].strip():
        return None
    return look_up_number(typed["enterprise_number"], user=request.user)


def _ask_page(request: HttpRequest, form: AskForm, found: Organisation) -> HttpResponse:
    """Only that it is here is told; its name where every visitor can read it."""
    shown: dict[str, Any] = {"form": form, "name": found.name if found.published else None}
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "dossiers/member/ask.html", shown, status=status)
