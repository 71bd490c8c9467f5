"""A claim's evidence and its standing, beside the fact that it is about."""

from typing import Any

from django import template

from jumelage.city.evidence.choices import Stance
from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.queries import standing_of

register = template.Library()


@register.inclusion_tag("components/evidence.html")
def evidence(*claims: Claim | None) -> dict[str, Any]:
    """Who says it, where, in which words and when it was read; the piece that is shown comes first.

    What stands together (a title and its summary) shares one mark: give it all their claims.
    """
    told = [_told(claim) for claim in claims if claim and claim.pieces]
    pieces = [piece["is"] for one in told for piece in one["pieces"]]
    return {
        "claims": told,
        "publishers": {
            str(piece.source.publisher): piece.source.publisher for piece in pieces
        }.values(),
    }


@register.inclusion_tag("components/standing.html")
def standing(*claims: Claim | None) -> dict[str, Any]:
    """A tag where the city does not say it itself: according to whom, or announced by whom; each once."""
    found = [(standing_of(claim), claim.piece) for claim in claims if claim]
    tags = [(how, str(piece.source.publisher)) for how, piece in found if piece]
    return {"tags": list(dict.fromkeys(tags))}


def _told(claim: Claim) -> dict[str, Any]:
    pieces = [
        {"is": piece, "announces": piece.stance == Stance.ANNOUNCES} for piece in claim.pieces
    ]
    return {"claim": claim, "pieces": pieces, "several": len(pieces) > 1}
