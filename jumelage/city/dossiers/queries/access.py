"""Who has access to a dossier, and who asks for it."""

from datetime import datetime
from typing import Any

from django.db import models

from jumelage.city.dossiers.choices import RequestState, Right
from jumelage.city.dossiers.models import AccessRequest, Dossier, DossierInvitation, DossierMember
from jumelage.city.dossiers.permissions import may_check_dossiers, may_manage_dossier
from jumelage.city.organisations.models import Organisation


def members_of(dossier: Dossier) -> list[DossierMember]:
    """The members of today with their account, the oldest first. 1 query."""
    found = dossier.members.filter(ended_at=None)
    return list(found.select_related("user"))


def my_requests(user: Any) -> list[AccessRequest]:
    """What `user` asked, the newest first; who decided is not told. 1 query."""
    found = AccessRequest.objects.filter(user=user.pk)
    return list(found.select_related("organisation").order_by("-asked_at", "-pk"))


def access_requests_of(user: Any, dossier: Dossier) -> list[AccessRequest]:
    """The open requests for `dossier` that `user` may decide on, with who asks; none for others."""
    if not (may_manage_dossier(user, dossier) or may_check_dossiers(user)):
        return []
    return list(requests_about(dossier.organisation))


def requests_about(organisation: Organisation) -> models.QuerySet[AccessRequest]:
    """The open requests for the dossier of `organisation`, with who asks, the oldest first."""
    found = AccessRequest.objects.filter(organisation=organisation, state=RequestState.OPEN)
    return found.select_related("user")


def requests_to_decide(user: Any) -> models.QuerySet[AccessRequest]:
    """Every open request, the oldest first, for a clerk who may decide; none for others."""
    if not may_check_dossiers(user):
        return AccessRequest.objects.none()
    found = AccessRequest.objects.filter(state=RequestState.OPEN)
    return found.select_related("user", "organisation", "organisation__dossier")


def invitations_for(user: Any, *, now: datetime) -> list[DossierInvitation]:
    """The invitations that `user` may accept at `now`: open ones sent to the address they sign in with. 1 query."""
    found = DossierInvitation.objects.filter(answered_at=None, expires_at__gt=now)
    return list(found.filter(email__iexact=user.email).select_related("dossier", "invited_by"))


def invitations_of(dossier: Dossier, *, now: datetime) -> list[DossierInvitation]:
    """The open invitations of `dossier` at `now`. 1 query."""
    return list(dossier.invitations.filter(answered_at=None, expires_at__gt=now))


def managers_of(dossier: Dossier) -> list[DossierMember]:
    """The members who decide about access today, with their account. 1 query."""
    return [one for one in members_of(dossier) if one.right == Right.MANAGE]
