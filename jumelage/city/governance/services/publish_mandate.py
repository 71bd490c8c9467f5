"""Publish a seat."""

from typing import Any

from django.db import transaction

from jumelage.city.governance.models import Mandate
from jumelage.city.governance.queries.council import VISIBLE_HOLDER
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.services.check_texts import check_texts


def publish_mandate(mandate: Mandate, *, actor: Any = None) -> None:
    """Show `mandate` to visitors; a second time changes nothing.

    Raises Refused("texts-missing"), which names the fields, or Refused("mandate-hidden") when visitors may
    see neither its organisation nor its person.
    """
    if mandate.role:
        check_texts({"role": mandate.role})
    if not Mandate.objects.filter(VISIBLE_HOLDER, pk=mandate.pk).exists():
        raise Refused("mandate-hidden", who=mandate)
    with transaction.atomic():
        locked = Mandate.objects.select_for_update().get(pk=mandate.pk)
        if locked.published:
            return
        mandate.published = True
        mandate.save(update_fields=["published"])
        write_line("governance.publish-mandate", mandate, actor=actor, public=True)
