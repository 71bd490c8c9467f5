"""Who works on an application: invitations, rights, leaving, handing over."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.foundation.kernel.asking import done
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.applications.choices import Right
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.people import (
    members_of,
    standing_invitation,
    waiting_invitations,
)
from jumelage.programmes.applications.services.people.accept_invitation import accept_invitation
from jumelage.programmes.applications.services.people.change_members import (
    change_right,
    hand_over,
    remove_member,
)
from jumelage.programmes.applications.services.people.invite_colleague import (
    invite_colleague,
    withdraw_invitation,
)
from jumelage.programmes.applying.forms.people import InvitationForm
from jumelage.programmes.applying.views.doors import (
    UNPROCESSABLE,
    applicant_view,
    around,
    private_page,
)

_GONE = 410


@applicant_view("GET", "HEAD", "POST")
def people(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """The people, the invitations, and the form to invite one more."""
    application = access.application
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            invite_colleague(access, **form.cleaned_data, user=request.user, now=now)
        except Refused as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, gettext("The invitation is on its way."))
            return redirect("application-people", application.key)
    context = around(
        access,
        now,
        form=form,
        members=members_of(application),
        invitations=waiting_invitations(application),
        rights=Right.choices,
    )
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "applying/applicant/people/people.html", context, status=status)


@applicant_view("POST")
def change(request: HttpRequest, access: Access, now: datetime, number: int) -> HttpResponse:
    """One button of the list of people: another right, the lead, or out."""
    act, right = request.POST.get("act", ""), request.POST.get("right", "")
    user, words, to = request.user, gettext("It is done."), ["application-people"]
    if act == "remove":
        # Who leaves has no page of it any more.
        leaves = access.application.members.filter(pk=number, user=user.pk).exists()
        back = ["my-applications"] if leaves else [*to, access.application.key]
        return done(request, lambda: remove_member(access, number, user=user), words, *back)
    acts = {
        "right": lambda: change_right(access, number, right, user=user),
        "lead": lambda: hand_over(access, number, user=user, now=now),
        "withdraw": lambda: withdraw_invitation(access, number, user=user, now=now),
    }
    return done(request, acts.get(act, lambda: None), words, *to, access.application.key)


@private_page("GET", "HEAD", "POST")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What the link in the mail opens: who asks, for what; one button joins."""
    now = timezone.now()
    try:
        if request.method == "POST":
            joined = accept_invitation(token, user=request.user, now=now)
            messages.success(request, gettext("Welcome: you work on this application now."))
            return redirect("application", joined.key)
        found = standing_invitation(token, user=request.user, now=now)
        if found.accepted_at:
            return redirect("application", found.application.key)
    except Refused as refusal:
        context = {"refused": sentence(refusal)}
        page = "applying/applicant/people/invitation.html"
        return render(request, page, context, status=_GONE)
    page = "applying/applicant/people/invitation.html"
    return render(request, page, {"invitation": found})
