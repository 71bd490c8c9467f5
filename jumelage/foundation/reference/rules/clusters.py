"""Points of a map that stand too close to be told apart.

Source: none; a drawing choice: what lies within `NEAR` of the first of a group joins it.
"""

from collections.abc import Sequence
from math import hypot

# Map units: about 240 km at the equator.
NEAR = 6.0


def clusters(points: Sequence[tuple[float, float]]) -> list[list[int]]:
    """Groups of the positions in `points` (map units), in the order of their first one."""
    groups: list[list[int]] = []
    for position, (x, y) in enumerate(points):
        for group in groups:
            first = points[group[0]]
            if hypot(x - first[0], y - first[1]) <= NEAR:
                group.append(position)
                break
        else:
            groups.append([position])
    return groups
