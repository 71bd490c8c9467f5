"""Withdraw an event from the public site."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.festival.models import Event


def withdraw_event(event: Event, *, actor: Any = None) -> None:
    """Hide `event` from visitors; a second time changes nothing."""
    with transaction.atomic():
        locked = Event.objects.select_for_update().get(pk=event.pk)
        if locked.published is False:
            return
        event.published = False
        event.save(update_fields=["published"])
        write_line("festival.withdraw-event", event, actor=actor, public=True)
