"""Create or change a record, and journal it only when something really changed."""

from typing import Any, TypeVar

from django.db import models, transaction

from jumelage.foundation.audit.services.set_values import Nested, set_values
from jumelage.foundation.audit.services.write_line import write_line

Record = TypeVar("Record", bound=models.Model)


def keep_record(
    model: type[Record],
    key: dict[str, Any],
    values: dict[str, Any],
    *,
    act: str,
    nested: Nested | None = None,
    actor: Any = None,
    public: bool = True,
) -> Record:
    """The record of `model` found by `key`, with `values`; saving the same again changes nothing.

    Values may hold linked records and, for the lists named in `nested`, rows. The one journal line is named
    `act` and lists the fields that changed, never their contents.
    Raises ValidationError when a value does not suit its field.
    """
    with transaction.atomic():
        # The row alone: PostgreSQL refuses to lock what the order of a list joins where there may be nothing.
        found = model._default_manager.filter(**key).select_for_update(of=("self",))
        record = found.first() or model(**key)
        new = record._state.adding
        changed = set_values(record, values, nested)
        if changed or new:
            write_line(act, record, actor=actor, public=public, new=new, fields=changed)
    return record
