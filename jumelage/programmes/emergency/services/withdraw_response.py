"""Withdraw an answer to a crisis from the public site."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.emergency.models import Response


def withdraw_response(response: Response, *, actor: Any = None) -> None:
    """Hide `response` from visitors; a second time changes nothing."""
    with transaction.atomic():
        locked = Response.objects.select_for_update().get(pk=response.pk)
        if not locked.published:
            return
        response.published = False
        response.save(update_fields=["published"])
        write_line("emergency.withdraw-response", response, actor=actor, public=True)
