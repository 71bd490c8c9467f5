"""Set which records another one is linked to, and journal it only when something really changed."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction

from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line


def keep_links(
    record: models.Model,
    field: str,
    others: Iterable[models.Model],
    *,
    act: str,
    actor: Any = None,
    public: bool = True,
) -> None:
    """Link `record.field` (many to many) to exactly `others`; setting the same again changes nothing."""
    with transaction.atomic():
        if changed := set_values(record, {field: list(others)}):
            write_line(act, record, actor=actor, public=public, fields=changed)
