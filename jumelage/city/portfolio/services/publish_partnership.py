"""Publish a partnership."""

from typing import Any

from django.db import transaction

from jumelage.city.portfolio.models import Partnership
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.registers.services.check_texts import check_texts


def publish_partnership(partnership: Partnership, *, actor: Any = None) -> None:
    """Show `partnership` to visitors; a second time changes nothing. Raises Refused("texts-missing")."""
    check_texts({"title": partnership.title, "summary": partnership.summary})
    with transaction.atomic():
        locked = Partnership.objects.select_for_update().get(pk=partnership.pk)
        if locked.published is True:
            return
        partnership.published = True
        partnership.save(update_fields=["published"])
        write_line("portfolio.publish-partnership", partnership, actor=actor, public=True)
