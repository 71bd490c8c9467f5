"""The stop switch."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.atrisk.models import AdoptedPerson, Stop


def stop_person(person: AdoptedPerson, *, reason: str, actor: Any) -> Stop:
    """Take `person` off every page, sheet, picture, search, feed and cache: gone when this returns.

    `reason` is a code of `choices.StopReason`; it is sealed, so the journal does not tell it. The public line of the
    journal empties the caches and the search in this very transaction. Raises Refused("atrisk-stopped-already").
    """
    with transaction.atomic():
        locked = AdoptedPerson.every.select_for_update().get(pk=person.pk)
        if locked.stopped:
            raise Refused("atrisk-stopped-already")
        locked.published, locked.stopped = False, True
        locked.save(update_fields=["published", "stopped"])
        person.published, person.stopped = False, True
        stop = Stop.objects.create(person=locked, at=timezone.now(), by=actor, reason=reason)
        write_line("atrisk.stop", person, actor=actor, public=True)
    return stop
