"""Publish an announcement."""

from typing import Any

from django.db import transaction

from jumelage.city.portfolio.models import Announcement
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.registers.services.check_texts import check_texts


def publish_announcement(announcement: Announcement, *, actor: Any = None) -> None:
    """Show `announcement` to visitors; a second time changes nothing. Raises Refused("texts-missing")."""
    check_texts({"text": announcement.text})
    with transaction.atomic():
        locked = Announcement.objects.select_for_update().get(pk=announcement.pk)
        if locked.published is True:
            return
        announcement.published = True
        announcement.save(update_fields=["published"])
        write_line("portfolio.publish-announcement", announcement, actor=actor, public=True)
