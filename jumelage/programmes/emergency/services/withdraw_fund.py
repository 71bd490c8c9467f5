"""Withdraw the fund from the public site."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.emergency.models import Fund


def withdraw_fund(fund: Fund, *, actor: Any = None) -> None:
    """Hide `fund` from visitors; a second time changes nothing."""
    with transaction.atomic():
        locked = Fund.objects.select_for_update().get(pk=fund.pk)
        if not locked.published:
            return
        fund.published = False
        fund.save(update_fields=["published"])
        write_line("emergency.withdraw-fund", fund, actor=actor, public=True)
