"""Withdraw a crisis from the public site."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.emergency.models import Crisis


def withdraw_crisis(crisis: Crisis, *, actor: Any = None) -> None:
    """Hide `crisis` from visitors; a second time changes nothing."""
    with transaction.atomic():
        locked = Crisis.objects.select_for_update().get(pk=crisis.pk)
        if not locked.published:
            return
        crisis.published = False
        crisis.save(update_fields=["published"])
        write_line("emergency.withdraw-crisis", crisis, actor=actor, public=True)
