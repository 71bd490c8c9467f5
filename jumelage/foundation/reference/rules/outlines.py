"""Outlines cut to a window and written as the path of an SVG.

Source: I. E. Sutherland and G. W. Hodgman, “Reentrant polygon clipping”, Communications of the ACM
17 (1), 1974; path syntax: W3C, Scalable Vector Graphics 2, chapter 9.
"""

from collections.abc import Iterable
from itertools import pairwise

# A ring as it is kept: its first point, then the step to each of the others, in tenths of units.
Ring = list[int]
# Left, top, width and height, in map units.
Crop = tuple[float, float, float, float]
_Points = list[tuple[float, float]]


def points_of(ring: Ring) -> _Points:
    """The corners of a ring, in tenths of map units."""
    x = y = 0
    corners: _Points = []
    for step_x, step_y in zip(ring[::2], ring[1::2], strict=True):
        x, y = x + step_x, y + step_y
        corners.append((x, y))
    return corners


def _cut(points: _Points, *, axis: int, limit: float, below: bool) -> _Points:
    kept: _Points = []
    for start, end in pairwise([*points, *points[:1]]):
        inside = [(point[axis] <= limit) == below for point in (start, end)]
        if inside[0]:
            kept.append(start)
        if inside[0] != inside[1]:
            share = (limit - start[axis]) / (end[axis] - start[axis])
            other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
    return kept


def clipped(rings: Iterable[Ring], crop: Crop) -> list[Ring]:
    """The rings inside the window `crop`, which is in map units."""
    left, top, width, height = (10 * value for value in crop)
    edges = (
        (0, left, False),
        (0, left + width, True),
        (1, top, False),
        (1, top + height, True),
    )
    kept: list[Ring] = []
    for ring in rings:
        points = points_of(ring)
        for axis, limit, below in edges:
            points = _cut(points, axis=axis, limit=limit, below=below)
        whole = [(round(x), round(y)) for x, y in points]
        if len(set(whole)) > 2:  # noqa: PLR2004 - fewer corners enclose nothing
            steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(whole)]
            kept.append([value for pair in (whole[0], *steps) for value in pair])
    return kept


def _units(tenths: int) -> str:
    """A number of tenths as short as SVG reads it: 12, -.5, 3.1."""
    sign, (whole, rest) = "-" if tenths < 0 else "", divmod(abs(tenths), 10)
    return f"{sign}{whole or ''}.{rest}" if rest else f"{sign if whole else ''}{whole}"


def path(rings: Iterable[Ring]) -> str:
    """The `d` of an SVG path through every ring, in map units."""
    drawn = []
    for ring in rings:
        start = f"M{_units(ring[0])} {_units(ring[1])}"
        steps = " ".join(_units(value) for value in ring[2:]).replace(" -", "-")
        drawn.append(f"{start}l{steps}z")
    return "".join(drawn)
