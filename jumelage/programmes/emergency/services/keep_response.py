"""Keep what the city answered to a crisis."""

from dataclasses import replace
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.programmes.emergency.choices import Outcome, Principle
from jumelage.programmes.emergency.models import Response
from jumelage.programmes.emergency.rules.aid import (
    Lot,
    check_aid,
    check_countries,
    check_principles,
    check_reason,
)

_NESTED = {"goods": ("slug",)}


def keep_response(slug: str, values: dict[str, Any], *, actor: Any = None) -> Response:
    """The answer `slug` with `values`: fields of `Response` (linked records as records), and the list
    `goods` (dictionaries of their fields), which is replaced when given.

    Raises what `check_aid`, `check_principles` and `check_countries` refuse, Refused("refusal-without-reason")
    for one that visitors see, or ValidationError; nothing is kept then.
    """
    with transaction.atomic():
        response = keep_record(
            Response,
            {"slug": slug},
            values,
            nested=_NESTED,
            act="emergency.keep-response",
            actor=actor,
        )
        check_principles(response.principles, known=Principle.values)
        check_countries(response.countries, of_crisis=response.crisis.countries)
        lots = [
            Lot(str(lot.description), lot.quantity, has_unit=bool(lot.unit))
            for lot in response.goods.all()
        ]
        check_aid(replace(response.aid, lots=lots))
        if response.published:
            refused = response.outcome == Outcome.REFUSED
            check_reason(refused=refused, has_reason=bool(response.reason))
    return response
