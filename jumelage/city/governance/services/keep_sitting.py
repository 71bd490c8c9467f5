"""Keep a sitting of a body."""

from typing import Any

from django.db import transaction

from jumelage.city.governance.models import Sitting
from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.foundation.kernel.errors import Refused


def keep_sitting(slug: str, values: dict[str, Any], *, actor: Any = None) -> Sitting:
    """The sitting `slug` with `values`: fields of `Sitting`, `documents` as records.

    Raises Refused("sitting-without-day") or ValidationError; nothing is kept then.
    """
    with transaction.atomic():
        sitting = keep_record(
            Sitting, {"slug": slug}, values, act="governance.keep-sitting", actor=actor
        )
        if sitting.held_on is None:
            raise Refused("sitting-without-day")
    return sitting
