"""Show a person to visitors."""

from datetime import date
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.services.check_texts import check_texts
from jumelage.programmes.atrisk.models import AdoptedPerson, Approval
from jumelage.programmes.atrisk.queries.gate import ground_of, publication_of
from jumelage.programmes.atrisk.rules.publication import check_approved, check_ground


def publish_person(person: AdoptedPerson, *, actor: Any, today: date) -> None:
    """Show `person`, whom two different people approved; a second time changes nothing.

    Raises Refused("atrisk-stopped"), Refused("texts-missing"), Refused("atrisk-two-approvals"), or what the ground
    lacks: Refused("atrisk-basis-missing"), Refused("atrisk-campaign-unlinked"), Refused("atrisk-consent-incomplete"),
    Refused("atrisk-consent-expired") or Refused("atrisk-risk-note-missing").
    """
    with transaction.atomic():
        locked = AdoptedPerson.every.select_for_update().get(pk=person.pk)
        if locked.stopped:
            raise Refused("atrisk-stopped")
        if locked.published:
            return
        publication = publication_of(locked)
        check_ground(ground_of(publication), today=today)
        approvals = Approval.objects.filter(publication=publication)
        check_approved(approvals.values_list("by_id", flat=True))
        check_texts({"who": locked.who})
        locked.published = True
        locked.save(update_fields=["published"])
        person.published = True
        write_line("atrisk.publish", person, actor=actor, public=True)
