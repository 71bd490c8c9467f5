"""The maps of the pages: SVG made by the server, complete without JavaScript."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from django import template
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext

from jumelage.foundation.reference.queries import outlines
from jumelage.foundation.reference.rules.arcs import along, bow
from jumelage.foundation.reference.rules.clusters import clusters
from jumelage.foundation.reference.rules.equal_earth import project, turned
from jumelage.foundation.reference.rules.labels import place_labels
from jumelage.foundation.reference.rules.outlines import Crop, clipped, path, points_of

register = template.Library()

EUROPE_AFRICA = "318 8 400 340"
# Names read out for one point, and letters written beside it; the list has them all.
NAMES_SHOWN = 3
LETTERS_SHOWN = 32
# Beyond this share of the map's width, on either side, a name is written inwards.
MARGIN = 0.3


def _get(thing: Any, name: str, default: Any = None) -> Any:
    if isinstance(thing, dict):
        return thing.get(name, default)
    return getattr(thing, name, default)


def _point(place: Any) -> tuple[float, float]:
    return project(turned(float(_get(place, "longitude"))), float(_get(place, "latitude")))


def _located(places: Iterable[Any]) -> list[Any]:
    return [p for p in places if None not in (_get(p, "latitude"), _get(p, "longitude"))]


def _crop(given: str | Sequence[float] | None) -> Crop:
    given = given or EUROPE_AFRICA
    numbers = given.split() if isinstance(given, str) else given
    left, top, width, height = (float(number) for number in numbers)
    return left, top, width, height


@lru_cache(maxsize=64)
def _corners(code: str, crop: Crop) -> list[tuple[float, float]]:
    """The corners of one country inside the crop, in map units: a name had better not hide them."""
    rings = clipped(outlines()["countries"].get(code, []), crop)
    return [(x / 10, y / 10) for ring in rings for x, y in points_of(ring)]


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


@lru_cache(maxsize=64)
def _drawing(code: str, crop: Crop) -> str:
    """The path of one country, or of all land when `code` is empty, inside the crop."""
    rings = outlines()["countries"].get(code, []) if code else outlines()["land"]
    return path(clipped(rings, crop))


def _arc(start: tuple[float, float], end: tuple[float, float]) -> str:
    x1, y1, x, y, x2, y2 = (_number(value) for value in (*start, *bow(start, end), *end))
    return f"M{x1} {y1}Q{x} {y} {x2} {y2}"


def _ties(places: list[Any], links: Iterable[tuple[Any, Any]] | None) -> list[tuple[Any, Any]]:
    """The pairs of places to tie; when not given, the first place to every other."""
    if links is None:
        return [(places[0], other) for other in places[1:]]
    return [pair for pair in links if len(_located(pair)) == len(pair)]


@register.inclusion_tag("reference/public/world_map.html")
def world_map(
    places: Iterable[Any],
    links: Iterable[tuple[Any, Any]] | None = None,
    countries: Iterable[str] = (),
    crop: str | Sequence[float] | None = None,
    label: str = "",
) -> dict[str, Any]:
    """Draw the land, the partner countries, the places with their names and the lines between them.

    Places have `name`, `latitude` and `longitude` in degrees. Where lines start the dot is open; when
    `links` is not given, they all start at the first place.
    """
    window, shown, countries = _crop(crop), _located(places), list(countries)
    points = [(str(_get(place, "name")), _point(place)) for place in shown]
    ties = [(_point(start), _point(end)) for start, end in _ties(shown, links)]
    avoid = [point for tie in ties for point in along(*tie, steps=24)]
    avoid += [point for code in countries for point in _corners(code, window)]
    starts = {start for start, _ in ties}
    dots = [{"x": _number(x), "y": _number(y), "open": (x, y) in starts} for _, (x, y) in points]
    labels = [
        {"text": one.text, "x": _number(one.x), "y": _number(one.y), "anchor": one.anchor}
        for one in place_labels(points, avoid=avoid, crop=window)
    ]
    names = ", ".join(name for name, _ in points)
    return {
        "view": " ".join(_number(value) for value in window),
        "land": _drawing("", window),
        "partners": [drawn for code in countries if (drawn := _drawing(code, window))],
        "arcs": [_arc(*tie) for tie in ties],
        "dots": dots,
        "labels": labels,
        "label": label or gettext("Map: %(names)s") % {"names": names},
    }


def _inwards(x: float, crop: Crop) -> str:
    share = (x - crop[0]) / crop[2]
    return "start" if share < MARGIN else "end" if share > 1 - MARGIN else "middle"


def _counted(names: str, count: int) -> str:
    words = ngettext("%(names)s: %(count)s project", "%(names)s: %(count)s projects", count)
    return words % {"names": names, "count": count} if count > 1 else names


def _said(members: list[Any], names: list[str]) -> tuple[str, str]:
    """What a dot shows and what it says.

    Places that each count their own projects are not added up: a project may be in both.
    """
    counts = [_get(member, "count") for member in members]
    if len(names) > 1 and any(count is not None for count in counts):
        pairs = zip(members, counts, strict=True)
        return "+", ", ".join(_counted(str(_get(one, "name")), count or 1) for one, count in pairs)
    count = sum(count if count is not None else 1 for count in counts)
    shown = ", ".join(names[:NAMES_SHOWN]) + ("…" if len(names) > NAMES_SHOWN else "")
    return str(count) if count > 1 else "", _counted(shown, count)


def _group(members: list[Any], place: tuple[float, float], crop: Crop) -> dict[str, Any]:
    """One dot of the explorer: where it stands, what it shows, says and opens."""
    names = list(dict.fromkeys(str(_get(member, "name")) for member in members))
    mark, words = _said(members, names)
    more = f" + {len(names) - 1}" if len(names) > 1 else ""
    return {
        "x": _number(place[0]),
        "y": _number(place[1]),
        "href": _get(members[0], "href"),
        "kind": _get(members[0], "kind", ""),
        "mark": mark,
        "words": words,
        "tip": Truncator(names[0]).chars(LETTERS_SHOWN) + more,
        "anchor": _inwards(place[0], crop),
    }


@register.inclusion_tag("reference/public/explorer_map.html")
def explorer_map(
    points: Iterable[Any],
    countries: Iterable[str] = (),
    crop: str | Sequence[float] | None = None,
    label: str = "",
) -> dict[str, Any]:
    """Draw the countries from their own cached file, and a link at each point to its row.

    Points have `name`, `latitude`, `longitude` in degrees, `href`, and may have `kind` and, when
    they are places, `count`. Those too close to be told apart share a dot, which opens the first.
    """
    window, shown = _crop(crop), _located(points)
    where = [_point(point) for point in shown]
    drawn = outlines()["countries"]
    return {
        "view": " ".join(_number(value) for value in window),
        "partners": [code for code in dict.fromkeys(countries) if code in drawn],
        "groups": [
            _group([shown[position] for position in group], where[group[0]], window)
            for group in clusters(where)
        ],
        "label": label or gettext("Map of the projects; the list beside it says the same"),
    }
