"""Withdraw a seat from the public site."""

from typing import Any

from django.db import transaction

from jumelage.city.governance.models import Mandate
from jumelage.foundation.audit.services.write_line import write_line


def withdraw_mandate(mandate: Mandate, *, actor: Any = None) -> None:
    """Hide `mandate` from visitors; a second time changes nothing."""
    with transaction.atomic():
        locked = Mandate.objects.select_for_update().get(pk=mandate.pk)
        if not locked.published:
            return
        mandate.published = False
        mandate.save(update_fields=["published"])
        write_line("governance.withdraw-mandate", mandate, actor=actor, public=True)
