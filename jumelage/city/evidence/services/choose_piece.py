"""Choose which source's value is shown, and say why; or that the sources do not agree."""

from typing import Any

from django.db import transaction

from jumelage.city.evidence.models import Claim
from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.queries.meeting import joined
from jumelage.foundation.registers.services.check_texts import check_texts

CHOSEN = ("shown", "shown_because", "disputed")


def choose_piece(
    number: int, *, piece: int, because: dict[str, str], disputed: bool, marks: str, actor: Any
) -> Claim:
    """The claim `number` shows its evidence `piece` (numbers of rows); the same again changes nothing.

    `marks` are those that the form was opened with. Raises Refused("evidence-piece-unknown"), Refused("texts-missing")
    for a reason that lacks a required language, or Refused("record-changed").
    """
    with transaction.atomic():
        claim = Claim.objects.select_for_update().get(pk=number)
        subject: Any = claim.subject
        pieces = {one.pk: one for one in claim.evidence.all()}
        if piece not in pieces:
            raise Refused("evidence-piece-unknown")
        values: dict[str, Any] = {
            "shown": pieces[piece],
            "shown_because": because,
            "disputed": disputed,
        }
        values = joined(claim, values, marks=marks)
        if len(pieces) > 1:
            check_texts({"shown_because": values["shown_because"]})
        if changed := set_values(claim, values):
            write_line(
                "evidence.choose-in-claim",
                subject,
                actor=actor,
                public=True,
                about=claim.about,
                fields=changed,
            )
    return claim
