"""Keep one claim about a record, with its evidence and the choice of what is shown."""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.rules.claims import Piece, shown_piece
from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.audit.services.write_line import write_line


def keep_claim(
    subject: models.Model,
    about: str,
    *,
    evidence: Sequence[dict[str, Any]],
    because: dict[str, str] | None = None,
    actor: Any = None,
) -> Claim:
    """What the site says of `subject` on `about`, resting on exactly this evidence; the same again changes nothing.

    A piece holds `source` (a record), `value`, and a `pinpoint` or a `quotation` with `quotation_language`; also
    `stance` and `shown`. Raises Refused("evidence-source-missing"), Refused("evidence-unpinned"),
    Refused("evidence-source-twice"), Refused("evidence-choice-missing") or Refused("evidence-reason-missing").
    """
    shown = _shown(about, evidence, has_reason=any((because or {}).values()))
    key = {
        "subject_type": ContentType.objects.get_for_model(subject),
        "subject_id": subject.pk,
        "about": about,
    }
    with transaction.atomic():
        claim = Claim.objects.filter(**key).select_for_update().first() or Claim(**key)
        if changed := _set_claim(claim, evidence, shown, because or {}):
            write_line(
                "evidence.keep-claim",
                subject,
                actor=actor,
                public=True,
                about=about,
                fields=changed,
            )
    return claim


def _shown(about: str, evidence: Sequence[dict[str, Any]], *, has_reason: bool) -> dict[str, Any]:
    pieces = [
        Piece(
            source=piece["source"].slug,
            pinned=bool(piece.get("quotation") or any((piece.get("pinpoint") or {}).values())),
            shown=bool(piece.get("shown")),
        )
        for piece in evidence
    ]
    return evidence[shown_piece(about, pieces, has_reason=has_reason)]


def _set_claim(
    claim: Claim,
    evidence: Sequence[dict[str, Any]],
    shown: dict[str, Any],
    because: dict[str, str],
) -> list[str]:
    rows = [{**_BLANK, **piece} for piece in evidence]
    for row in rows:
        del row["shown"]
    values = {"shown_because": because, "evidence": rows}
    changed = set_values(claim, values, {"evidence": ("source",)})
    return changed + set_values(claim, {"shown": claim.evidence.get(source=shown["source"])})


# What a piece does not say is empty, also when it said so before.
_BLANK: dict[str, Any] = {
    "stance": "states",
    "value": {},
    "pinpoint": {},
    "quotation": "",
    "quotation_language": "",
    "shown": False,
}
