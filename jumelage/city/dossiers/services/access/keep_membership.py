"""Change who may do what with a dossier. Somebody manages it at every moment, unless an account is erased."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers.choices import Departure, Right
from jumelage.city.dossiers.models import Dossier, DossierMember
from jumelage.city.dossiers.tasks import tell_handed_over
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def change_right(member: DossierMember, right: str, *, actor: Any) -> None:
    """Give `member` the `right` (a code of `Right`). Raises Refused("not-a-member") or Refused("last-manager")."""
    with transaction.atomic():
        kept = _current(member)
        wanted = Right(right)
        if kept.right == wanted:
            return
        if wanted != Right.MANAGE:
            _check_another_manager(kept)
        kept.right = wanted
        kept.save(update_fields=["right"])
        write_line("dossiers.change-right", kept.dossier, actor=actor, member=kept.pk, right=right)


def end_membership(member: DossierMember, *, actor: Any) -> None:
    """`member` leaves, or is removed by `actor`. Raises Refused("not-a-member") or Refused("last-manager")."""
    with transaction.atomic():
        kept = _current(member)
        _check_another_manager(kept)
        _end(kept, Departure.LEFT if kept.user_id == actor.pk else Departure.REMOVED)
        write_line("dossiers.end-membership", kept.dossier, actor=actor, member=kept.pk)


def hand_over(member: DossierMember, heir: DossierMember, *, actor: Any) -> None:
    """`member`, who manages the dossier, leaves; `heir`, of the same one, manages it from now on, and is told by mail.

    Raises Refused("not-a-member") or Refused("not-a-manager"): else whoever may read could let a colleague manage.
    """
    with transaction.atomic():
        kept, new = _current(member), _current(heir)
        if kept.right != Right.MANAGE:
            raise Refused("not-a-manager")
        if kept.dossier_id != new.dossier_id or kept.pk == new.pk:
            raise Refused("not-a-member")
        new.right = Right.MANAGE
        new.save(update_fields=["right"])
        _end(kept, Departure.LEFT)
        write_line("dossiers.hand-over", kept.dossier, actor=actor, member=kept.pk, heir=new.pk)
        tell_handed_over.enqueue(kept.dossier_id, new.user_id, kept.user_id)


def _current(member: DossierMember) -> DossierMember:
    # The dossier is locked first: two managers who leave at once find each other.
    Dossier.objects.select_for_update().get(pk=member.dossier_id)
    kept = DossierMember.objects.select_related("dossier").get(pk=member.pk)
    if kept.ended_at:
        raise Refused("not-a-member")
    return kept


def _check_another_manager(member: DossierMember) -> None:
    others = DossierMember.objects.filter(
        dossier=member.dossier_id, ended_at=None, right=Right.MANAGE
    )
    if member.right == Right.MANAGE and not others.exclude(pk=member.pk).exists():
        raise Refused("last-manager")


def _end(member: DossierMember, departure: Departure) -> None:
    member.ended_at, member.departure = timezone.now(), departure
    member.save(update_fields=["ended_at", "departure"])
