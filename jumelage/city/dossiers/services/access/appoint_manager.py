"""A clerk appoints who manages a dossier, after a check: nobody is left, or a manager keeps the others out."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers.choices import Departure, Right
from jumelage.city.dossiers.models import Dossier, DossierMember
from jumelage.city.dossiers.tasks import tell_manager_appointed
from jumelage.foundation.accounts.queries import person_by_email
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def appoint_manager(
    dossier: Dossier, *, email: str, checked: str, removed: list[DossierMember], actor: Any
) -> DossierMember:
    """Who signs in with `email` manages `dossier` from now on; the members `removed` lose their access.

    `checked` says what the clerk saw; it stays in the dossier. All are told by mail.
    Raises Refused("person-unknown") or Refused("access-check").
    """
    if not checked.strip():
        raise Refused("access-check")
    if (person := person_by_email(email)) is None:
        raise Refused("person-unknown")
    with transaction.atomic():
        kept, now = Dossier.objects.select_for_update().get(pk=dossier.pk), timezone.now()
        gone = kept.members.filter(pk__in=[one.pk for one in removed], ended_at=None)
        gone.exclude(user=person).update(ended_at=now, departure=Departure.BY_CLERK)
        member, _ = DossierMember.objects.update_or_create(
            dossier=kept,
            user=person,
            ended_at=None,
            defaults={"right": Right.MANAGE, "checked": checked.strip()},
            create_defaults={"right": Right.MANAGE, "since": now, "checked": checked.strip()},
        )
        write_line(
            "dossiers.appoint-manager",
            kept,
            actor=actor,
            member=member.pk,
            removed=len(removed),
        )
        tell_manager_appointed.enqueue(kept.pk, person.pk)
    return member
