"""The curved lines that tie a city to its partners.

Source: none; a drawing choice: a quadratic curve that bows outwards, to the side it goes to.
"""

Point = tuple[float, float]
# How far the middle of a line bows out, as a share of its length.
_BOW = 0.2


def bow(start: Point, end: Point) -> Point:
    """The control point, in map units, of the curve from `start` to `end`."""
    (x1, y1), (x2, y2) = start, end
    side = 1 if x2 >= x1 else -1
    down = 1 if y2 >= y1 else -1
    shift = 2 * _BOW * side * down
    return (x1 + x2) / 2 + shift * (y2 - y1), (y1 + y2) / 2 - shift * (x2 - x1)


def along(start: Point, end: Point, *, steps: int) -> list[Point]:
    """`steps` + 1 points of that curve, in map units, from `start` to `end`."""
    middle = bow(start, end)
    points = []
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 2, 2 * t * (1 - t), t * t)
        corners = (start, middle, end)
        x = sum(w * c[0] for w, c in zip(weights, corners, strict=True))
        y = sum(w * c[1] for w, c in zip(weights, corners, strict=True))
        points.append((x, y))
    return points
