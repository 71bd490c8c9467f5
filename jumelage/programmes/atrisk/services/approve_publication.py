"""Say yes to a publication."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.atrisk.models import AdoptedPerson, Approval
from jumelage.programmes.atrisk.queries.gate import ground_of, publication_of
from jumelage.programmes.atrisk.rules.publication import check_ground


def approve_publication(person: AdoptedPerson, *, actor: Any, today: date) -> Approval:
    """The yes of `actor` to the publication of `person` as it stands now.

    Raises Refused("atrisk-approved-already"), Refused("atrisk-basis-missing"), Refused("atrisk-campaign-unlinked"),
    Refused("atrisk-consent-incomplete"), Refused("atrisk-consent-expired") or Refused("atrisk-risk-note-missing").
    """
    with transaction.atomic():
        AdoptedPerson.every.select_for_update().get(pk=person.pk)
        publication = publication_of(person)
        check_ground(ground_of(publication), today=today)
        approval, new = Approval.objects.get_or_create(
            publication=publication, by=actor, defaults={"at": timezone.now()}
        )
        if not new:
            raise Refused("atrisk-approved-already")
        write_line("atrisk.approve", person, actor=actor)
    return approval
