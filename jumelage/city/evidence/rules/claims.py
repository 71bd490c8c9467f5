"""What makes a claim acceptable: every piece pinned to its place, and the value shown chosen by a person.

Source: architecture, "Ten principles": every public claim carries its evidence; conflicting sources are kept side
by side and the value shown is chosen explicitly by a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jumelage.foundation.kernel.errors import Refused


@dataclass(frozen=True)
class Piece:
    """What the rule needs to know of a piece of evidence."""

    source: str
    pinned: bool
    shown: bool = False


def check_pinned(about: str, piece: Piece) -> None:
    """Accept a piece that says where its source speaks. Raises Refused("evidence-unpinned")."""
    if not piece.pinned:
        raise Refused("evidence-unpinned", about=about, source=piece.source)


def shown_piece(about: str, pieces: Sequence[Piece], *, has_reason: bool) -> int:
    """Position of the piece that is shown.

    Raises Refused("evidence-source-missing"), Refused("evidence-unpinned"), Refused("evidence-source-twice"),
    Refused("evidence-choice-missing") or Refused("evidence-reason-missing").
    """
    if not pieces:
        raise Refused("evidence-source-missing", about=about)
    for piece in pieces:
        check_pinned(about, piece)
        if sum(other.source == piece.source for other in pieces) > 1:
            raise Refused("evidence-source-twice", about=about, source=piece.source)
    if len(pieces) == 1:
        return 0
    chosen = [position for position, piece in enumerate(pieces) if piece.shown]
    if len(chosen) != 1:
        raise Refused("evidence-choice-missing", about=about)
    if not has_reason:
        raise Refused("evidence-reason-missing", about=about)
    return chosen[0]
