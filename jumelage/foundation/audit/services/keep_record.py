"""Create or change a record, and journal it only when something really changed."""

from typing import Any, TypeVar

from django.db import models, transaction

from jumelage.foundation.audit.services.write_line import write_line

Record = TypeVar("Record", bound=models.Model)


def keep_record(
    model: type[Record],
    key: dict[str, Any],
    values: dict[str, Any],
    *,
    act: str,
    actor: Any = None,
    public: bool = True,
) -> Record:
    """The record of `model` found by `key`, with `values`; saving the same again changes nothing.

    The journal line is named `act` and lists the fields that changed, never their contents.
    Raises ValidationError when a value does not suit its field.
    """
    with transaction.atomic():
        record = model._default_manager.filter(**key).select_for_update().first()
        new = record is None
        if record is None:
            record = model(**key)
        changed = [name for name, value in values.items() if new or getattr(record, name) != value]
        if not changed and not new:
            return record
        for name in changed:
            setattr(record, name, values[name])
        record.full_clean()
        record.save()
        write_line(act, record, actor=actor, public=public, new=new, fields=sorted(changed))
    return record
