"""Save a record of a register through its room's service, minding whoever changed it meanwhile."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.registers.queries.records import Parts, parts_of, record_of, texts_of
from jumelage.foundation.registers.rules.versions import meet


@dataclass(frozen=True)
class Saved:
    """The record, and the parts that somebody else changed meanwhile and that stayed as they left them."""

    record: models.Model
    theirs: tuple[str, ...]


def add_record(register: Register, key: str, values: dict[str, Any], *, actor: Any) -> models.Model:
    """A new record under `key`. Raises Refused("record-exists"), and what the room's service raises."""
    with transaction.atomic():
        if record_of(register, key, lock=True):
            raise Refused("record-exists", key=key)
        record: models.Model = register.keep(key, values, actor=actor)
    return record


def save_record(
    register: Register,
    key: str,
    mine: Parts,
    *,
    base: Mapping[str, str],
    gather: Callable[[Parts], dict[str, Any]],
    actor: Any,
) -> Saved:
    """Change the record `key` to the parts `mine`, grown from the marks `base`; `gather` makes them values.

    Parts that only somebody else changed stay theirs. Raises Refused("record-changed") when one part was changed by
    both, Refused("record-gone"), and what the room's service raises.
    """
    with transaction.atomic():
        record = record_of(register, key, lock=True)
        if record is None:
            raise Refused("record-gone", key=key)
        now = parts_of(register, record)
        meeting = meet(base, texts_of(now), texts_of(mine))
        if meeting.clashing:
            raise Refused("record-changed", parts=meeting.clashing)
        joined = {**mine, **{part: now[part] for part in meeting.theirs}}
        return Saved(register.keep(key, gather(joined), actor=actor), meeting.theirs)
