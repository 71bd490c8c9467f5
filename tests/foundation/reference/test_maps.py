"""The maps as pages show them: whole, escaped, small."""

import gzip
import re
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.utils.translation import override

from jumelage.foundation.reference.rules.labels import overlap
from jumelage.foundation.reference.templatetags.maps import explorer_map, world_map

BRUSSELS = {"name": "Bruxelles", "latitude": 50.85, "longitude": 4.35}
CASABLANCA = {"name": "Casablanca", "latitude": 33.57, "longitude": -7.59}
LABE = {"name": "Labé", "latitude": 11.32, "longitude": -12.28}
KIMBANSEKE = {"name": "Kimbanseke", "latitude": -4.44, "longitude": 15.42}
PLACES = [BRUSSELS, CASABLANCA, LABE, KIMBANSEKE]
PARTNERS = ["CD", "MA", "GN"]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(tag: str, **context: Any) -> ET.Element:
    """The map, read by a strict parser: it fails on anything that is not well formed."""
    with override("en"):
        text = Template("{% load maps %}" + tag).render(Context(context))
    page = text.replace(" hidden>", ' hidden="">')
    return ET.fromstring(f"<page>{page}</page>")


def home(**context: Any) -> ET.Element:
    return drawn(
        "{% world_map places links countries crop %}",
        **{"places": PLACES, "links": None, "countries": PARTNERS, "crop": None, **context},
    )


def explorer(points: list[Any], **context: Any) -> ET.Element:
    return drawn("{% explorer_map points countries %}", points=points, **context)


def by_class(page: ET.Element, name: str) -> list[ET.Element]:
    return [node for node in page.iter() if name in (node.get("class") or "").split()]


def test_the_home_map_shows_land_partners_lines_and_names() -> None:
    page = home()
    names = ("land", "partner", "arc", "dot", "dot--open")
    assert [len(by_class(page, name)) for name in names] == [1, 3, 3, 4, 1]
    assert [text.text for text in page.iter("text")] == [p["name"] for p in PLACES]
    image = next(page.iter("svg"))
    assert (image.get("role"), image.get("viewBox")) == ("img", "318 8 400 340")
    assert image.get("aria-label") == "Map: Bruxelles, Casablanca, Labé, Kimbanseke"


def test_the_home_map_is_light() -> None:
    page = home()
    paths = "".join(n.get("d", "") for n in by_class(page, "land") + by_class(page, "partner"))
    assert len(brotli.compress(paths.encode())) <= 6_000
    assert len(gzip.compress(paths.encode())) <= 8_000


def room_of(label: dict[str, str]) -> tuple[float, float, float, float]:
    """The box of a name as large as on the narrowest screens (21 units, wide letters)."""
    x, y, width = float(label["x"]), float(label["y"]), len(label["text"]) * 21 * 0.53
    left = {"start": x, "end": x - width, "middle": x - width / 2}[label["anchor"]]
    return left, y - 17, left + width, y + 3


@pytest.mark.parametrize("name", ["Brussels", "Bruxelles", "Brussel"])
@pytest.mark.parametrize("other", ["Kimbanseke", "Kinshasa", "Kimbanseke (Kinshasa)"])
def test_no_name_covers_another_or_leaves_the_map(name: str, other: str) -> None:
    places = [{**BRUSSELS, "name": name}, CASABLANCA, LABE, {**KIMBANSEKE, "name": other}]
    boxes = [room_of(label) for label in world_map(places, countries=PARTNERS)["labels"]]
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    assert all(left >= 318 and right <= 718 for left, _, right, _ in boxes)


def test_outlines_are_cut_to_the_crop() -> None:
    whole, part = home(crop="0 0 1000 435"), home(crop=(318, 8, 400, 340))
    lengths = [len(by_class(page, "land")[0].get("d", "")) for page in (whole, part)]
    assert lengths[0] > 1.5 * lengths[1]
    assert len(by_class(home(crop="0 0 100 50"), "partner")) == 0
    assert next(home(crop=[]).iter("svg")).get("viewBox") == "318 8 400 340"


def test_lines_may_be_chosen() -> None:
    assert len(by_class(home(links=[(CASABLANCA, LABE)]), "arc")) == 1
    nowhere = {"name": "?", "latitude": None, "longitude": None}
    assert len(by_class(home(links=[(CASABLANCA, nowhere)]), "arc")) == 0
    assert len(by_class(home(places=[]), "arc")) == 0


def test_places_without_a_position_are_left_out() -> None:
    page = home(places=[*PLACES, SimpleNamespace(name="?", latitude=None, longitude=1.0)])
    assert len(by_class(page, "dot")) == 4


def test_names_and_addresses_are_escaped() -> None:
    evil = '<script>"&'
    page = home(places=[{**LABE, "name": evil}])
    assert next(page.iter("text")).text == evil
    assert list(page.iter("script")) == []
    page = explorer([{**LABE, "name": evil, "href": '#"><b>'}])
    assert by_class(page, "point")[0].get("href") == '#"><b>'
    assert by_class(page, "point")[0].get("aria-label") == evil
    assert list(page.iter("b")) == []


def test_numbers_are_those_of_svg_in_every_language() -> None:
    with override("fr"):
        page = Template("{% load maps %}{% world_map p %}").render(Context({"p": PLACES}))
    assert re.search(r'c[xy]="\d+,\d', page) is None


def points(**more: Any) -> list[dict[str, Any]]:
    return [
        {**place, "name": f"P{number}", "href": f"#p{number}", **more}
        for number, place in enumerate([KIMBANSEKE, LABE, KIMBANSEKE, CASABLANCA])
    ]


def test_the_explorer_links_every_dot_to_a_row() -> None:
    page = explorer(points(), countries=[*PARTNERS, "CD", "XX"])
    links = by_class(page, "point")
    assert [link.get("href") for link in links] == ["#p0", "#p1", "#p3"]
    assert [link.get("aria-label") for link in links] == ["P0, P2: 2 projects", "P1", "P3"]
    assert [count.text for count in by_class(page, "count")] == ["2"]
    assert [tip.text for tip in by_class(page, "tip")] == ["P0 + 1", "P1", "P3"]
    assert len(by_class(page, "partner")) == 3
    assert "Natural Earth" in "".join(page.itertext())
    assert by_class(page, "country")[0].get("href", "").endswith("countries.svg#world")


def test_the_buttons_wait_for_javascript_and_speak() -> None:
    page = explorer(points())
    assert by_class(page, "map-tools")[0].get("hidden") is not None
    said = [button.get("aria-label") for button in page.iter("button")]
    assert said == ["Zoom in", "Zoom out", "Reset the map"]


def test_long_lists_are_cut() -> None:
    context = explorer_map([{**LABE, "name": f"P{n}", "href": "#"} for n in range(5)])
    (group,) = context["groups"]
    assert (group["mark"], group["tip"]) == ("5", "P0 + 4")
    assert group["words"].startswith("P0, P1, P2…")
    assert explorer_map([])["groups"] == []


def test_a_place_shows_how_many_projects_it_counts() -> None:
    (group,) = explorer_map([{**LABE, "count": 3}])["groups"]
    assert group["mark"] == "3"
    assert "3" in group["words"]


def test_neighbouring_places_are_not_added_up() -> None:
    city = {**KIMBANSEKE, "name": "Kinshasa", "count": 1}
    with override("en"):
        (group,) = explorer_map([{**KIMBANSEKE, "count": 3}, city])["groups"]
    assert (group["mark"], group["words"]) == ("+", "Kimbanseke: 3 projects, Kinshasa")


@pytest.mark.parametrize(("longitude", "anchor"), [(-50, "start"), (15, "middle"), (80, "end")])
def test_the_name_of_a_dot_is_written_inwards(longitude: float, anchor: str) -> None:
    (group,) = explorer_map([{"name": "x", "latitude": 0, "longitude": longitude}])["groups"]
    assert group["anchor"] == anchor


def test_a_kind_of_point_can_be_styled() -> None:
    assert len(by_class(explorer(points(kind="done")), "point--done")) == 3


def test_the_file_of_countries_is_small_and_holds_each_one_under_its_code() -> None:
    content = Path(str(finders.find("img/countries.svg"))).read_bytes()
    world = ET.fromstring(content).find(f"{SVG}g[@id='world']")
    assert world is not None
    assert {"CD", "MA", "GN", "BE"} <= {path.get("id") for path in world}
    assert len(brotli.compress(content)) <= 23_000
