"""Invite a colleague into a dossier by e-mail address, and what becomes of the invitation."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers.choices import Right
from jumelage.city.dossiers.models import Dossier, DossierInvitation, DossierMember
from jumelage.city.dossiers.tasks import tell_invited
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused

VALID_DAYS = 14
OPEN_LIMIT = 20
# By one person, those taken back included: nobody fills a stranger's letter box through us.
LETTERS_A_DAY = 50


def invite_member(dossier: Dossier, *, email: str, right: str, actor: Any) -> DossierInvitation:
    """A letter to `email`: whoever signs in with that address gets `right` by accepting, within 14 days.

    Whether the address has an account is not told. Raises Refused("invitation-open"), Refused("invitation-many") (more
    than 20 wait), Refused("invitation-day") (more than 50 in 24 hours) or Refused("access-member").
    """
    address, now = email.strip().lower(), timezone.now()
    with transaction.atomic():
        kept = Dossier.objects.select_for_update().get(pk=dossier.pk)
        # One that nobody answered in time makes room for the next.
        kept.invitations.filter(answered_at=None, expires_at__lte=now).update(answered_at=now)
        waiting = kept.invitations.filter(answered_at=None)
        if waiting.filter(email=address).exists():
            raise Refused("invitation-open")
        if waiting.count() >= OPEN_LIMIT:
            raise Refused("invitation-many", limit=OPEN_LIMIT)
        if kept.members.filter(user__email__iexact=address, ended_at=None).exists():
            raise Refused("access-member")
        sent = DossierInvitation.objects.filter(invited_by=actor)
        if sent.filter(invited_at__gt=now - timedelta(days=1)).count() >= LETTERS_A_DAY:
            raise Refused("invitation-day", limit=LETTERS_A_DAY)
        invitation = DossierInvitation.objects.create(
            dossier=kept,
            email=address,
            right=Right(right),
            invited_by=actor,
            invited_at=now,
            expires_at=now + timedelta(days=VALID_DAYS),
        )
        write_line("dossiers.invite", kept, actor=actor, invitation=invitation.pk, right=right)
        tell_invited.enqueue(invitation.pk)
    return invitation


def withdraw_invitation(invitation: DossierInvitation, *, actor: Any) -> None:
    """Nobody can accept it any more. Raises Refused("invitation-gone") when it is answered."""
    with transaction.atomic():
        kept = _open(invitation)
        write_line("dossiers.withdraw-invitation", kept.dossier, actor=actor, invitation=kept.pk)


def accept_invitation(invitation: DossierInvitation, *, user: Any) -> DossierMember:
    """`user`, who signs in with the address invited, becomes a member, or gets the right when it is more than theirs.

    Raises Refused("invitation-gone") when it is answered, too old, or somebody else's.
    """
    if invitation.email != user.email.lower():
        raise Refused("invitation-gone")
    with transaction.atomic():
        kept = _open(invitation)
        member, new = DossierMember.objects.get_or_create(
            dossier=kept.dossier,
            user=user,
            ended_at=None,
            defaults={"right": kept.right, "since": timezone.now()},
        )
        steps = list(Right.values)
        if not new and steps.index(member.right) < steps.index(kept.right):
            member.right = kept.right
            member.save(update_fields=["right"])
        write_line("dossiers.accept-invitation", kept.dossier, actor=user, invitation=kept.pk)
    return member


def _open(invitation: DossierInvitation) -> DossierInvitation:
    """The invitation, closed now; the dossier is locked."""
    Dossier.objects.select_for_update().get(pk=invitation.dossier_id)
    kept, now = DossierInvitation.objects.get(pk=invitation.pk), timezone.now()
    if kept.answered_at or kept.expires_at <= now:
        raise Refused("invitation-gone")
    kept.answered_at = now
    kept.save(update_fields=["answered_at"])
    return kept
