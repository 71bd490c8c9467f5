"""Publish the fund."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.registers.services.check_texts import check_texts
from jumelage.programmes.emergency.models import Fund


def publish_fund(fund: Fund, *, actor: Any = None) -> None:
    """Show `fund` to visitors; a second time changes nothing. A text may be absent, not half
    translated.

    Raises Refused("texts-missing"), which names the fields.
    """
    more = {
        "about": fund.about,
    }
    written = {name: text for name, text in more.items() if text}
    check_texts({"title": fund.title, **written})
    with transaction.atomic():
        locked = Fund.objects.select_for_update().get(pk=fund.pk)
        if locked.published:
            return
        fund.published = True
        fund.save(update_fields=["published"])
        write_line("emergency.publish-fund", fund, actor=actor, public=True)
