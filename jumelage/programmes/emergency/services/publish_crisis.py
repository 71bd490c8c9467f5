"""Publish a crisis."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.registers.services.check_texts import check_texts
from jumelage.programmes.emergency.models import Crisis


def publish_crisis(crisis: Crisis, *, actor: Any = None) -> None:
    """Show `crisis` to visitors; a second time changes nothing. A text may be absent, not half
    translated.

    Raises Refused("texts-missing"), which names the fields.
    """
    more = {
        "summary": crisis.summary,
    }
    written = {name: text for name, text in more.items() if text}
    check_texts({"title": crisis.title, **written})
    with transaction.atomic():
        locked = Crisis.objects.select_for_update().get(pk=crisis.pk)
        if locked.published:
            return
        crisis.published = True
        crisis.save(update_fields=["published"])
        write_line("emergency.publish-crisis", crisis, actor=actor, public=True)
