"""Lift the stop of a page; it stays hidden until two people approve anew."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.atrisk.models import AdoptedPerson, Approval


def lift_stop(person: AdoptedPerson, *, actor: Any) -> None:
    """End the stop of `person`: the page may be approved again, and is not shown yet.

    The approvals from before are gone. Raises Refused("atrisk-not-stopped").
    """
    with transaction.atomic():
        locked = AdoptedPerson.every.select_for_update().get(pk=person.pk)
        if not locked.stopped:
            raise Refused("atrisk-not-stopped")
        locked.stopped = False
        locked.save(update_fields=["stopped"])
        person.stopped = False
        locked.stops.filter(lifted_at=None).update(lifted_at=timezone.now(), lifted_by=actor)
        Approval.objects.filter(publication__person=locked).delete()
        write_line("atrisk.lift-stop", person, actor=actor)
