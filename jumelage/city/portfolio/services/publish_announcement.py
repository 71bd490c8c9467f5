"""Publish an announcement."""

from typing import Any

from django.conf import settings
from django.db import transaction

from jumelage.city.portfolio.models import Announcement
from jumelage.city.portfolio.rules.publication import check_languages
from jumelage.foundation.audit.services.write_line import write_line


def publish_announcement(announcement: Announcement, *, actor: Any = None) -> None:
    """Show `announcement` to visitors; a second time changes nothing. Raises Refused("texts-missing")."""
    check_languages({"text": announcement.text}, required=settings.REQUIRED_LANGUAGES)
    with transaction.atomic():
        locked = Announcement.objects.select_for_update().get(pk=announcement.pk)
        if locked.published is True:
            return
        announcement.published = True
        announcement.save(update_fields=["published"])
        write_line("portfolio.publish-announcement", announcement, actor=actor, public=True)
