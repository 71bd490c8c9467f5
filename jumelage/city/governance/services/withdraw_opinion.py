"""Withdraw an opinion from the public site."""

from typing import Any

from django.db import transaction

from jumelage.city.governance.models import Opinion
from jumelage.foundation.audit.services.write_line import write_line


def withdraw_opinion(opinion: Opinion, *, actor: Any = None) -> None:
    """Hide `opinion` from visitors; a second time changes nothing."""
    with transaction.atomic():
        locked = Opinion.objects.select_for_update().get(pk=opinion.pk)
        if not locked.published:
            return
        opinion.published = False
        opinion.save(update_fields=["published"])
        write_line("governance.withdraw-opinion", opinion, actor=actor, public=True)
