"""Withdraw an announcement from the public site."""

from typing import Any

from django.db import transaction

from jumelage.city.portfolio.models import Announcement
from jumelage.foundation.audit.services.write_line import write_line


def withdraw_announcement(announcement: Announcement, *, actor: Any = None) -> None:
    """Hide `announcement` from visitors; a second time changes nothing."""
    with transaction.atomic():
        locked = Announcement.objects.select_for_update().get(pk=announcement.pk)
        if locked.published is False:
            return
        announcement.published = False
        announcement.save(update_fields=["published"])
        write_line("portfolio.withdraw-announcement", announcement, actor=actor, public=True)
