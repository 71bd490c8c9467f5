"""Keep what the city answered to a crisis."""

from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.programmes.emergency.choices import Form, Outcome, Principle
from jumelage.programmes.emergency.models import Response
from jumelage.programmes.emergency.rules.aid import (
    Aid,
    Lot,
    check_aid,
    check_countries,
    check_principles,
)

_NESTED = {"goods": ("slug",)}


def keep_response(slug: str, values: dict[str, Any], *, actor: Any = None) -> Response:
    """The answer `slug` with `values`: fields of `Response` (linked records as records), and the list
    `goods` (dictionaries of their fields), which is replaced when given.

    Raises what `check_aid`, `check_principles` and `check_countries` refuse, or ValidationError; nothing
    is kept then.
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
        check_aid(_aid(response))
    return response


def _aid(response: Response) -> Aid:
    return Aid(
        in_money=response.form == Form.MONEY,
        given=response.outcome == Outcome.GIVEN,
        amount_cents=response.amount_cents,
        value_cents=response.value_cents,
        has_basis=bool(response.value_basis),
        has_stage=bool(response.stage),
        lots=[
            Lot(str(lot.description), lot.quantity, has_unit=bool(lot.unit))
            for lot in response.goods.all()
        ],
    )
