"""Publish a call."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.phrases import Lacking
from jumelage.programmes.calls.queries.checklist import lacks_of, musts
from jumelage.programmes.calls.services.freeze_texts import freeze_texts


def publish_call(call: Call, *, now: datetime, actor: Any = None) -> None:
    """Show `call` to visitors in its first version; it opens at its hour. A second time changes nothing.

    Raises Refused("call-incomplete"), which names every text that lacks and every mistake.
    """
    with transaction.atomic():
        locked = Call.objects.select_for_update().get(pk=call.pk)
        if locked.published:
            return
        if lacking := musts(lacks_of(locked, now=now)):
            raise Refused("call-incomplete", lacks=Lacking(lacking))
        freeze_texts(locked, now=now)
        locked.published = True
        locked.save(update_fields=["published"])
        write_line("calls.publish", locked, actor=actor, public=True, version=1)
    call.refresh_from_db()
