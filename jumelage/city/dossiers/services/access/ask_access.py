"""Ask to be let into the dossier of an organisation, and take the question back."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers.choices import RequestState
from jumelage.city.dossiers.models import AccessRequest, DossierMember
from jumelage.city.dossiers.rules.national_number import refuse_national_number
from jumelage.city.dossiers.tasks import tell_access_asked
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused

LIMIT_A_DAY = 5


def ask_access(organisation: Organisation, *, because: str, user: Any) -> AccessRequest:
    """`user` asks for access, with `because` for those who decide: managers are told by mail, clerks find it waiting.

    Raises Refused("access-member"), Refused("access-open"), Refused("access-many") (more than five in 24 hours) or
    Refused("national-number").
    """
    refuse_national_number(because=because)
    with transaction.atomic():
        now = timezone.now()
        # Two questions at the same moment wait for each other here.
        organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
        _check(organisation, user, since=now - timedelta(days=1))
        asked = AccessRequest.objects.create(
            organisation=organisation, user=user, because=because.strip(), asked_at=now
        )
        write_line("dossiers.ask-access", organisation, actor=user, request=asked.pk)
        tell_access_asked.enqueue(asked.pk)
    return asked


def withdraw_request(asked: AccessRequest, *, user: Any) -> None:
    """`user` takes their question back. Raises Refused("access-decided") when it is answered."""
    with transaction.atomic():
        kept = AccessRequest.objects.select_for_update().get(pk=asked.pk)
        if kept.state != RequestState.OPEN:
            raise Refused("access-decided")
        kept.state, kept.decided_at = RequestState.WITHDRAWN, timezone.now()
        kept.save(update_fields=["state", "decided_at"])
        write_line("dossiers.withdraw-request", kept.organisation, actor=user, request=kept.pk)


def _check(organisation: Organisation, user: Any, *, since: Any) -> None:
    member = DossierMember.objects.filter(
        dossier__organisation=organisation, user=user, ended_at=None
    )
    if member.exists():
        raise Refused("access-member")
    mine = AccessRequest.objects.filter(user=user)
    if mine.filter(organisation=organisation, state=RequestState.OPEN).exists():
        raise Refused("access-open")
    if mine.filter(asked_at__gt=since).count() >= LIMIT_A_DAY:
        raise Refused("access-many", limit=LIMIT_A_DAY)
