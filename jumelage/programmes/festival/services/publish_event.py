"""Publish an event."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.registers.services.check_texts import check_texts
from jumelage.programmes.festival.models import Event


def publish_event(event: Event, *, actor: Any = None) -> None:
    """Show `event` to visitors; a second time changes nothing. A text may be absent, not half
    translated.

    Raises Refused("texts-missing"), which names the fields.
    """
    more = {
        "about": event.about,
        "accessibility": event.accessibility,
        "registration": event.registration,
    }
    written = {name: text for name, text in more.items() if text}
    check_texts({"title": event.title, "summary": event.summary, **written})
    with transaction.atomic():
        locked = Event.objects.select_for_update().get(pk=event.pk)
        if locked.published is True:
            return
        event.published = True
        event.save(update_fields=["published"])
        write_line("festival.publish-event", event, actor=actor, public=True)
