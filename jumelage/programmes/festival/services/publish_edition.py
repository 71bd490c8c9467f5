"""Publish an edition."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.registers.services.check_texts import check_texts
from jumelage.programmes.festival.models import Edition


def publish_edition(edition: Edition, *, actor: Any = None) -> None:
    """Show `edition` to visitors; a second time changes nothing. A text may be absent, not half
    translated.

    Raises Refused("texts-missing"), which names the fields.
    """
    more = {"summary": edition.summary, "programme_note": edition.programme_note}
    written = {name: text for name, text in more.items() if text}
    check_texts({"title": edition.title, "theme": edition.theme, **written})
    with transaction.atomic():
        locked = Edition.objects.select_for_update().get(pk=edition.pk)
        if locked.published is True:
            return
        edition.published = True
        edition.save(update_fields=["published"])
        write_line("festival.publish-edition", edition, actor=actor, public=True)
