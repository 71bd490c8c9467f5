"""Take a row out of a call."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.rows import PRACTICAL, is_published_track, row_of


def remove_row(call: Call, kind: str, number: int, *, actor: Any = None) -> None:
    """Remove the row `number` of a `kind` of `queries.rows.ROWS` from `call`.

    Visitors keep reading an article until the next version; practical information goes at once.
    Raises Refused("row-gone") or Refused("track-published").
    """
    with transaction.atomic():
        # A publication meanwhile waits here, or is seen: no track goes that it froze.
        locked = Call.objects.select_for_update().get(pk=call.pk)
        row = row_of(locked, kind, number)
        if row is None:
            raise Refused("row-gone")
        if is_published_track(locked, row):
            raise Refused("track-published", track=str(row))
        row.delete()
        at_once = kind in PRACTICAL and locked.published
        write_line(f"calls.remove-{kind}", locked, actor=actor, public=at_once, row=number)
