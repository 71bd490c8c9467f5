"""Keep a seat in a body."""

from typing import Any

from django.db import transaction

from jumelage.city.governance.models import Mandate
from jumelage.city.governance.rules.opinions import check_seat
from jumelage.foundation.audit.services.keep_record import keep_record


def keep_mandate(slug: str, values: dict[str, Any], *, actor: Any = None) -> Mandate:
    """The seat `slug` with `values`: fields of `Mandate`, linked records as records.

    Raises Refused("mandate-of-nobody"), Refused("period-reversed") or ValidationError; nothing is kept then.
    """
    with transaction.atomic():
        mandate = keep_record(
            Mandate, {"slug": slug}, values, act="governance.keep-mandate", actor=actor
        )
        check_seat(
            has_organisation=mandate.organisation_id is not None,
            has_person=mandate.person_id is not None,
        )
    return mandate
