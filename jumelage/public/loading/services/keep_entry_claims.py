"""Keep the claims about one record of a data file, and about its rows."""

from typing import Any

from django.db import models

from jumelage.city.evidence.services.keep_claims import keep_claims
from jumelage.public.loading.rules.shape import Shape
from jumelage.public.loading.rules.shapes.evidence_shapes import Claimed
from jumelage.public.loading.rules.values import Find, claims_of, rows_of, same, values_of


def keep_entry_claims(
    record: Shape, subject: models.Model, *, find: Find, actor: Any = None
) -> None:
    """Exactly the claims of `record` about `subject`, and those of its rows.

    `find` gives a linked record by kind and slug. Raises what `keep_claims` raises.
    """
    if isinstance(record, Claimed):
        keep_claims(subject, claims_of(record, find), actor=actor)
    for name, fields, row in rows_of(record):
        wanted = values_of(row, find)
        kept = next(
            each
            for each in getattr(subject, name).all()
            if all(same(getattr(each, field), wanted[field]) for field in fields)
        )
        keep_claims(kept, claims_of(row, find), actor=actor)
