"""Remove a call that was never published."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.calls.models import Call


def remove_call(call: Call, *, actor: Any = None) -> None:
    """Remove `call` and its rows: it was made by mistake, and nobody but the staff read it.

    Raises Refused("call-published").
    """
    with transaction.atomic():
        locked = Call.objects.select_for_update().get(pk=call.pk)
        if locked.published:
            raise Refused("call-published")
        write_line("calls.remove", locked, actor=actor, slug=locked.slug)
        locked.delete()
