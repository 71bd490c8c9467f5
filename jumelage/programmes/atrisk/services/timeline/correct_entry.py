"""Correct an event or a restriction that was entered wrongly, or that has ended."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.registers.queries.meeting import joined
from jumelage.programmes.atrisk.models import AdoptedPerson, Event, Restriction


def correct_entry(
    entry: Event | Restriction, values: dict[str, Any], *, actor: Any, marks: str = ""
) -> None:
    """`entry` with `values` (its fields); its sources stay, and so does the status, which a check changes.

    The same again changes nothing. Raises Refused("period-reversed"), Refused("record-changed") or ValidationError.
    """
    with transaction.atomic():
        person = AdoptedPerson.every.select_for_update().get(pk=entry.person_id)
        locked: Any = type(entry).objects.select_for_update().get(pk=entry.pk)
        changed = set_values(locked, joined(locked, values, marks=marks))
        if changed:
            act = f"atrisk.correct-{locked._meta.model_name}"
            write_line(act, person, actor=actor, public=person.published, fields=changed)
