"""Who works on an application, and who is asked to."""

from datetime import datetime
from typing import Any

from django.core import signing

from jumelage.foundation.accounts.queries import person_by_email
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.models import Application, Invitation, Member

INVITATION_DAYS = 14
_SALT = "applications.invitation"


def members_of(application: Application) -> list[Member]:
    """The people who work on it, the one in the lead first. 1 query."""
    return list(application.members.select_related("user"))


def language_of(email: str, *, otherwise: str) -> str:
    """The language of the account at `email`; `otherwise` without one. At most 2 queries."""
    person = person_by_email(email)
    return person.language if person else otherwise


def waiting_invitations(application: Application) -> list[Invitation]:
    """Invitations that were neither accepted nor taken back, expired ones included. 1 query."""
    return list(application.invitations.filter(accepted_at=None, withdrawn_at=None))


def token_of(invitation: Invitation) -> str:
    """What stands in the link of the mail: signed, and kept nowhere."""
    return signing.Signer(salt=_SALT).sign(str(invitation.pk))


def standing_invitation(token: str, *, user: Any, now: datetime) -> Invitation:
    """The invitation of a link that `user` may still use.

    Raises Refused("invitation-unknown"), Refused("invitation-withdrawn"), Refused("invitation-used"),
    Refused("invitation-expired") or, when they work on it already, Refused("invitation-member").
    """
    try:
        number = int(signing.Signer(salt=_SALT).unsign(token))
    except (signing.BadSignature, ValueError):
        raise Refused("invitation-unknown") from None
    around = ("application__call", "application__organisation", "invited_by")
    found = Invitation.objects.filter(pk=number).select_related(*around).first()
    if found is None:
        raise Refused("invitation-unknown")
    if found.withdrawn_at:
        raise Refused("invitation-withdrawn")
    if found.accepted_at:
        _check_accepted_by(found, user)
    elif now > found.expires_at:
        raise Refused("invitation-expired")
    elif _is_member(found, user):
        raise Refused("invitation-member", email=found.email)
    return found


def _check_accepted_by(found: Invitation, user: Any) -> None:
    """Who accepted it opens the link again, as long as they are a member."""
    if found.accepted_by_id != user.pk or not _is_member(found, user):
        raise Refused("invitation-used")


def _is_member(found: Invitation, user: Any) -> bool:
    return Member.objects.filter(application=found.application_id, user=user.pk).exists()
