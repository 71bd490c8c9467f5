"""Who has access to a dossier: members, requests, invitations, leaving."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from jumelage.city.dossiers import queries
from jumelage.city.dossiers.choices import Right
from jumelage.city.dossiers.forms.access import InviteForm, RefusalForm, RightForm
from jumelage.city.dossiers.models import Dossier, DossierMember
from jumelage.city.dossiers.permissions import may_manage_dossier
from jumelage.city.dossiers.services.access.decide_access import grant_access, refuse_access
from jumelage.city.dossiers.services.access.invite_member import invite_member, withdraw_invitation
from jumelage.city.dossiers.services.access.keep_membership import (
    change_right,
    end_membership,
    hand_over,
)
from jumelage.city.dossiers.views.asking import (
    UNPROCESSABLE,
    act_done,
    asked,
    done,
    member_view,
    row_of,
)


@member_view(Right.VIEW)
def access(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """Members, open requests, invitations; managers invite here."""
    manages = may_manage_dossier(request.user, dossier)
    form = InviteForm(request.POST if manages and request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        if done(request, form, lambda: invite_member(dossier, **typed, actor=request.user)):
            return redirect(_address(dossier))
    members = queries.members_of(dossier)
    shown = {
        "dossier": dossier,
        "members": members,
        "me": get_object_or_404(dossier.members, user=request.user.pk, ended_at=None),
        "manages": manages,
        "form": form,
        "rights": Right.choices,
        "requests": queries.access_requests_of(request.user, dossier),
        "invitations": queries.invitations_of(dossier, now=timezone.now()) if manages else [],
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "dossiers/member/access.html", shown, status=status)


@member_view(Right.MANAGE)
@require_POST
def right(request: HttpRequest, dossier: Dossier, row: int) -> HttpResponse:
    """Change a colleague's right."""
    found, form = row_of(dossier.members, row), RightForm(request.POST)
    if not form.is_valid():
        return _no_right(request, dossier)
    return act_done(
        request,
        lambda: change_right(found, form.cleaned_data["right"], actor=request.user),
        back=_address(dossier),
        said=gettext("The right is changed."),
    )


@member_view(Right.MANAGE)
@require_POST
def removal(request: HttpRequest, dossier: Dossier, row: int) -> HttpResponse:
    """End a colleague's access."""
    found = row_of(dossier.members, row)
    return act_done(
        request,
        lambda: end_membership(found, actor=request.user),
        back=_address(dossier),
        said=gettext("This person no longer has access."),
    )


@member_view(Right.VIEW)
def leaving(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """Leave the dossier; a manager may hand it over in the same act."""
    members = queries.members_of(dossier)
    me = get_object_or_404(dossier.members, user=request.user.pk, ended_at=None)
    others = [one for one in members if one.pk != me.pk]
    if request.method == "POST":
        heir = next((one for one in others if str(one.pk) == request.POST.get("heir")), None)
        answer = act_done(
            request,
            lambda: _leave(me, heir, request.user),
            back=reverse("dossiers"),
            said=gettext("You left the dossier."),
        )
        me.refresh_from_db()
        return answer if me.ended_at else redirect("dossier-leave", number=dossier.pk)
    managers = [one for one in others if one.right == Right.MANAGE]
    shown = {
        "dossier": dossier,
        "others": others,
        "last": me.right == Right.MANAGE and not managers,
        "manages": me.right == Right.MANAGE,
    }
    return render(request, "dossiers/member/leave.html", shown)


@member_view(Right.MANAGE)
@require_POST
def grant(request: HttpRequest, dossier: Dossier, row: int) -> HttpResponse:
    """Let somebody in."""
    found, form = row_of(queries.requests_about(dossier.organisation), row), RightForm(request.POST)
    if not form.is_valid():
        return _no_right(request, dossier)
    return act_done(
        request,
        lambda: grant_access(found, right=form.cleaned_data["right"], actor=request.user),
        back=_address(dossier),
        said=gettext("The person has access, and is told by e-mail."),
    )


@member_view(Right.MANAGE)
def refusal(request: HttpRequest, dossier: Dossier, row: int) -> HttpResponse:
    """Do not let somebody in, with the reason."""
    found = row_of(queries.requests_about(dossier.organisation), row)
    form = RefusalForm(request.POST or None)

    def act() -> None:
        refuse_access(found, answer=form.cleaned_data["answer"], actor=request.user)

    heading = gettext("Refuse access to {person}").format(person=found.user)
    return asked(request, form, act, heading=heading, back=_address(dossier), dossier=dossier)


@member_view(Right.MANAGE)
@require_POST
def invitation_end(request: HttpRequest, dossier: Dossier, row: int) -> HttpResponse:
    """Take an invitation back."""
    found = row_of(dossier.invitations, row)
    return act_done(
        request,
        lambda: withdraw_invitation(found, actor=request.user),
        back=_address(dossier),
        said=gettext("The invitation is withdrawn."),
    )


def _no_right(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    messages.error(request, gettext("Choose one of the rights in the list."))
    return redirect(_address(dossier))


def _leave(me: DossierMember, heir: DossierMember | None, actor: Any) -> None:
    if heir:
        hand_over(me, heir, actor=actor)
    else:
        end_membership(me, actor=actor)


def _address(dossier: Dossier) -> str:
    return reverse("dossier-access", args=[dossier.pk])
