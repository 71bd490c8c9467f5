"""What an answer to a crisis may say: money and goods stay apart, and unknown stays unknown.

Source: issue “Every part of the programme has its room, its desk and its page” (goods are never added
to euros); UN General Assembly resolutions 46/182 (humanity, neutrality, impartiality) and 58/114
(independence), for the principles, whose codes the caller gives.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jumelage.foundation.kernel.errors import Refused


@dataclass(frozen=True)
class Lot:
    """Goods of one sort; a `quantity` of None is unknown."""

    what: str
    quantity: Decimal | None = None
    has_unit: bool = False


@dataclass(frozen=True)
class Aid:
    """What the rules need to know of an answer; amounts in euro cents, None where unknown."""

    in_money: bool
    given: bool
    amount_cents: int | None = None
    value_cents: int | None = None
    has_basis: bool = False
    has_stage: bool = False
    lots: Sequence[Lot] = ()


def check_aid(aid: Aid) -> None:
    """Accept an answer that mixes nothing.

    Raises Refused("goods-with-amount"), Refused("stage-without-money"), Refused("money-with-goods"),
    Refused("value-without-goods"), Refused("value-without-basis"), Refused("amount-not-given"),
    Refused("quantity-not-positive") or Refused("quantity-without-unit").
    """
    _check_money(aid) if aid.in_money else _check_goods(aid)
    for lot in aid.lots:
        if lot.quantity is not None and lot.quantity <= 0:
            raise Refused("quantity-not-positive", what=lot.what)
        if lot.quantity is not None and not lot.has_unit:
            raise Refused("quantity-without-unit", what=lot.what)


def _check_money(aid: Aid) -> None:
    if aid.lots:
        raise Refused("money-with-goods")
    if aid.value_cents is not None:
        raise Refused("value-without-goods")
    if not aid.given and (aid.amount_cents is not None or aid.has_stage):
        raise Refused("amount-not-given")


def _check_goods(aid: Aid) -> None:
    if aid.amount_cents is not None:
        raise Refused("goods-with-amount")
    if aid.has_stage:
        raise Refused("stage-without-money")
    if aid.value_cents is not None and not aid.has_basis:
        raise Refused("value-without-basis")


def check_reason(*, refused: bool, has_reason: bool) -> None:
    """Accept what visitors may see: a refusal with its reason; raises Refused("refusal-without-reason")."""
    if refused and not has_reason:
        raise Refused("refusal-without-reason")


def check_principles(codes: Iterable[str], *, known: Collection[str]) -> None:
    """Accept codes that are all `known`; raises Refused("principle-unknown")."""
    for code in codes:
        if code not in known:
            raise Refused("principle-unknown", word=code, known=", ".join(known))


def check_countries(codes: Sequence[str], *, of_crisis: Sequence[str]) -> None:
    """Accept countries that the crisis touches; raises Refused("countries-not-of-crisis")."""
    if strange := [code for code in codes if code not in of_crisis]:
        raise Refused(
            "countries-not-of-crisis", codes=", ".join(strange), known=", ".join(of_crisis)
        )
