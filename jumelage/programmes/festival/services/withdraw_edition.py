"""Withdraw an edition from the public site."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.festival.models import Edition


def withdraw_edition(edition: Edition, *, actor: Any = None) -> None:
    """Hide `edition` from visitors; a second time changes nothing."""
    with transaction.atomic():
        locked = Edition.objects.select_for_update().get(pk=edition.pk)
        if locked.published is False:
            return
        edition.published = False
        edition.save(update_fields=["published"])
        write_line("festival.withdraw-edition", edition, actor=actor, public=True)
