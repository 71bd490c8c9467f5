"""Write a call: its own texts, amounts and dates."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.queries.meeting import joined
from jumelage.programmes.calls.choices import State
from jumelage.programmes.calls.models import Call

# Once visitors know them, these change by an act that tells why.
BY_ACT = ("closes_on", "closes_hour")


def add_call(slug: str, values: dict[str, Any], *, actor: Any = None) -> Call:
    """A new call in preparation under `slug`, with `values` (fields of `Call`).

    Raises Refused("call-slug-taken") or ValidationError.
    """
    with transaction.atomic():
        if Call.objects.filter(slug=slug).exists():
            raise Refused("call-slug-taken", slug=slug)
        call = Call(slug=slug)
        set_values(call, values)
        write_line("calls.keep", call, actor=actor, new=True, fields=sorted(values))
    return call


def keep_call(
    call: Call, values: dict[str, Any], *, now: datetime, marks: str = "", actor: Any = None
) -> Call:
    """`call` with `values` (fields of `Call`); visitors see them with the next version.

    `marks`: what the form was opened with. Raises Refused("record-changed"),
    Refused("call-dates-published"), Refused("call-opening-over") or ValidationError.
    """
    with transaction.atomic():
        locked = Call.objects.select_for_update().get(pk=call.pk)
        # Asked of the dates that visitors know, not of those that are given here.
        opened = locked.published and locked.state(now) != State.COMING
        changed = set_values(locked, joined(locked, values, marks=marks))
        if locked.published and any(name in changed for name in BY_ACT):
            raise Refused("call-dates-published")
        if opened and any(name in changed for name in ("opens_on", "opens_hour")):
            raise Refused("call-opening-over")
        if changed:
            write_line("calls.keep", locked, actor=actor, public=locked.published, fields=changed)
    call.refresh_from_db()
    return locked
