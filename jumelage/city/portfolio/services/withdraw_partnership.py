"""Withdraw a partnership from the public site."""

from typing import Any

from django.db import transaction

from jumelage.city.portfolio.models import Partnership
from jumelage.foundation.audit.services.write_line import write_line


def withdraw_partnership(partnership: Partnership, *, actor: Any = None) -> None:
    """Hide `partnership` from visitors; a second time changes nothing."""
    with transaction.atomic():
        locked = Partnership.objects.select_for_update().get(pk=partnership.pk)
        if locked.published is False:
            return
        partnership.published = False
        partnership.save(update_fields=["published"])
        write_line("portfolio.withdraw-partnership", partnership, actor=actor, public=True)
