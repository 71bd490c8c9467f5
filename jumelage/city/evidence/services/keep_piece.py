"""Keep one piece of evidence of a claim: add it, or correct it."""

from typing import Any

from django.db import transaction

from jumelage.city.evidence.models import Claim, Evidence
from jumelage.city.evidence.rules.claims import Piece, check_pinned
from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def keep_piece(
    number: int, values: dict[str, Any], *, piece: int | None = None, actor: Any
) -> Evidence:
    """The evidence `piece` of the claim `number`, or a new one, with `values`; the same again changes nothing.

    `values` hold `source` (a record), `stance`, `value`, `pinpoint`, `quotation`, `quotation_language`.
    Raises Refused("evidence-piece-unknown"), Refused("evidence-unpinned") or Refused("evidence-source-twice").
    """
    with transaction.atomic():
        claim = Claim.objects.select_for_update().get(pk=number)
        subject: Any = claim.subject
        _check(claim, values)
        kept = _row(claim, values, piece)
        changed = set_values(kept, values)
        if changed:
            write_line(
                "evidence.keep-claim-piece",
                subject,
                actor=actor,
                public=True,
                about=claim.about,
                fields=changed,
            )
    return kept


def _check(claim: Claim, values: dict[str, Any]) -> None:
    pinned = bool(values["quotation"] or any(values["pinpoint"].values()))
    check_pinned(claim.about, Piece(source=str(values["source"].slug), pinned=pinned))


def _row(claim: Claim, values: dict[str, Any], piece: int | None) -> Evidence:
    same_source = claim.evidence.filter(source=values["source"]).first()
    if piece is None:
        # The same form sent twice is one piece; other words of a source that spoke already are not.
        if same_source and any(getattr(same_source, name) != it for name, it in values.items()):
            raise Refused("evidence-source-twice", about=claim.about, source=values["source"].slug)
        return same_source or Evidence(claim=claim)
    kept = claim.evidence.filter(pk=piece).first()
    if kept is None:
        raise Refused("evidence-piece-unknown")
    if same_source and same_source != kept:
        raise Refused("evidence-source-twice", about=claim.about, source=values["source"].slug)
    return kept
