"""Where the names of places stand on a map, so that none covers another.

Source: E. Imhof, “Positioning names on maps”, The American Cartographer 2 (2), 1975: to the right
of the point first, then left, above, below; here the side that covers least is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jumelage.foundation.reference.rules.outlines import Crop

Point = tuple[float, float]
Box = tuple[float, float, float, float]
# Size of the letters on the narrowest screens, in map units; on others they take less room.
LETTERS = 21.0
# The mean width of a letter of the text font, as a share of its size.
_WIDTH = 0.53
# From the middle of the letters down to the line they stand on, as a share of their size.
_BASELINE = 0.34
# Room for the dot between a place and its name, in map units.
_GAP = 12.0
_COVERS_NAME, _LEAVES_MAP, _COVERS_DOT, _COVERS_DRAWING = 1000, 500, 60, 4


@dataclass(frozen=True)
class Label:
    """A name and where its text starts, is centred or ends: `anchor` is SVG's `text-anchor`."""

    text: str
    x: float
    y: float
    anchor: str
    box: Box


def _sides(text: str, point: Point) -> list[Label]:
    x, y = point
    width, half, lift = len(text) * LETTERS * _WIDTH, LETTERS / 2, _GAP + LETTERS / 2
    # Where the text starts, is centred or ends; its left edge; the middle of its height.
    sides = (
        ("start", x + _GAP, x + _GAP, y),
        ("end", x - _GAP, x - _GAP - width, y),
        ("middle", x, x - width / 2, y - lift),
        ("middle", x, x - width / 2, y + lift),
    )
    return [
        Label(
            text=text,
            x=at,
            y=middle + _BASELINE * LETTERS,
            anchor=anchor,
            box=(left, middle - half, left + width, middle + half),
        )
        for anchor, at, left, middle in sides
    ]


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes (left, top, right, bottom, in map units) share some room."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(point: Point, box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def place_labels(
    names: Sequence[tuple[str, Point]], *, avoid: Sequence[Point], crop: Crop
) -> list[Label]:
    """One label for each name at its point (map units), clear of the others, inside `crop`.

    `avoid` are points of what is drawn, which a name covers only when it must.
    """
    left, top, width, height = crop
    placed: list[Label] = []
    for text, point in names:
        others = [dot for _, dot in names if dot != point]

        def cost(label: Label, others: list[Point] = others) -> int:
            box = label.box
            fits = left <= box[0] and top <= box[1]
            fits = fits and box[2] <= left + width and box[3] <= top + height
            return (
                sum(_COVERS_NAME for one in placed if overlap(one.box, box))
                + (0 if fits else _LEAVES_MAP)
                + sum(_COVERS_DOT for dot in others if _inside(dot, box))
                + sum(_COVERS_DRAWING for dot in avoid if _inside(dot, box))
            )

        placed.append(min(_sides(text, point), key=cost))
    return placed
