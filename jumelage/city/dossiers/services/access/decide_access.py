"""Answer somebody who asks for access: a manager of the dossier, or a clerk after a check."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers.choices import RequestState, Right
from jumelage.city.dossiers.models import AccessRequest, Dossier, DossierMember
from jumelage.city.dossiers.permissions import may_manage_dossier
from jumelage.city.dossiers.services.content.open_dossier import dossier_of
from jumelage.city.dossiers.tasks import tell_access_decided
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def grant_access(
    asked: AccessRequest, *, right: str, checked: str = "", actor: Any
) -> DossierMember:
    """Let the person in with `right` (a code of `Right`). Who does not manage the dossier says what they `checked`.

    An organisation without a dossier gets one now. Raises Refused("access-decided") or Refused("access-check").
    """
    with transaction.atomic():
        kept = _open(asked)
        dossier = dossier_of(kept.organisation)
        if not checked.strip() and not may_manage_dossier(actor, dossier):
            raise Refused("access-check")
        member, _ = DossierMember.objects.update_or_create(
            dossier=dossier,
            user=kept.user,
            ended_at=None,
            defaults={"right": Right(right)},
            create_defaults={"right": Right(right), "since": timezone.now()},
        )
        kept.checked = checked.strip()
        _decide(kept, RequestState.GRANTED, actor)
        write_line("dossiers.grant-access", dossier, actor=actor, request=kept.pk, right=right)
    return member


def refuse_access(asked: AccessRequest, *, answer: str, actor: Any) -> None:
    """Do not let the person in; they read `answer`. Raises Refused("access-reason") or Refused("access-decided")."""
    if not answer.strip():
        raise Refused("access-reason")
    with transaction.atomic():
        kept = _open(asked)
        kept.answer = answer.strip()
        _decide(kept, RequestState.REFUSED, actor)
        about = Dossier.objects.filter(organisation=kept.organisation).first()
        write_line(
            "dossiers.refuse-access", about or kept.organisation, actor=actor, request=kept.pk
        )


def _open(asked: AccessRequest) -> AccessRequest:
    # Of the organisation too: two who decide at once, or a merge meanwhile, wait here.
    Organisation.objects.select_for_update().get(pk=asked.organisation_id)
    kept = AccessRequest.objects.select_for_update().get(pk=asked.pk)
    if kept.state != RequestState.OPEN:
        raise Refused("access-decided")
    return kept


def _decide(asked: AccessRequest, state: RequestState, actor: Any) -> None:
    asked.state, asked.decided_at, asked.decided_by = state, timezone.now(), actor
    asked.save()
    tell_access_decided.enqueue(asked.pk)
