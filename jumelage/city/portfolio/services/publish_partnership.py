"""Publish a partnership."""

from typing import Any

from django.conf import settings
from django.db import transaction

from jumelage.city.portfolio.models import Partnership
from jumelage.city.portfolio.rules.publication import check_languages
from jumelage.foundation.audit.services.write_line import write_line


def publish_partnership(partnership: Partnership, *, actor: Any = None) -> None:
    """Show `partnership` to visitors; a second time changes nothing. Raises Refused("texts-missing")."""
    check_languages(
        {"title": partnership.title, "summary": partnership.summary},
        required=settings.REQUIRED_LANGUAGES,
    )
    with transaction.atomic():
        locked = Partnership.objects.select_for_update().get(pk=partnership.pk)
        if locked.published is True:
            return
        partnership.published = True
        partnership.save(update_fields=["published"])
        write_line("portfolio.publish-partnership", partnership, actor=actor, public=True)
