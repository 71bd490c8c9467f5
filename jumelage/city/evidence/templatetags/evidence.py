"""A claim's evidence and its standing, beside the fact that it is about."""

from typing import Any

from django import template

from jumelage.city.evidence.choices import Stance
from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.queries import standing_of

register = template.Library()


@register.inclusion_tag("components/evidence.html")
def evidence(claim: Claim | None) -> dict[str, Any]:
    """Who says it, where, in which words and when it was read; the piece that is shown comes first."""
    pieces = claim.pieces if claim else []
    return {
        "claim": claim,
        "pieces": [
            {"is": piece, "announces": piece.stance == Stance.ANNOUNCES} for piece in pieces
        ],
        "several": len(pieces) > 1,
        "publishers": [piece.source.publisher for piece in pieces],
    }


@register.inclusion_tag("components/standing.html")
def standing(claim: Claim | None) -> dict[str, Any]:
    """A tag where the city does not say it itself: according to whom, or announced by whom."""
    piece = claim.piece if claim else None
    return {"standing": standing_of(claim), "publisher": piece.source.publisher if piece else ""}
