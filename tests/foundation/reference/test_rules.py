"""The projection, the order of names, and what the maps are drawn with."""

from math import cos, isclose, pi, radians

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jumelage.foundation.reference.rules.arcs import along, bow
from jumelage.foundation.reference.rules.clusters import clusters
from jumelage.foundation.reference.rules.collation import folded, sort_key
from jumelage.foundation.reference.rules.equal_earth import HEIGHT, project, turned
from jumelage.foundation.reference.rules.labels import overlap, place_labels
from jumelage.foundation.reference.rules.outlines import clipped, path, points_of

# Source: Šavrič, Patterson and Jenny (2019): the whole map is 1 to 2.05458, and each pole is a line
# of 0.59247 times the equator.
ASPECT, POLE = 2.05458, 0.59247


def test_the_middle_and_the_ends_of_the_equator() -> None:
    (west, y1), (middle, y2), (east, y3) = (project(x, 0) for x in (-170, 10, 190))
    assert (west, middle, east) == pytest.approx((0, 500, 1000))
    assert y1 == y2 == y3


def test_the_poles_are_lines_of_the_published_length_and_height() -> None:
    (west, top), (east, _) = project(-170, 90), project(190, 90)
    assert (east - west) / 1000 == pytest.approx(POLE, abs=1e-5)
    assert 1000 / (project(0, -90)[1] - top) == pytest.approx(ASPECT, abs=1e-4)


def test_the_map_goes_from_84_north_to_57_south() -> None:
    assert project(10, 84)[1] == pytest.approx(0)
    assert project(10, -57)[1] == pytest.approx(HEIGHT)


@given(some.floats(-170, 190), some.floats(-84, 84))
def test_equal_areas_stay_equal(longitude: float, latitude: float) -> None:
    step = 1e-4
    x, y = project(longitude, latitude)
    east, north = project(longitude + step, latitude), project(longitude, latitude + step)
    surface = (east[0] - x) * (y - north[1]) - (north[0] - x) * (y - east[1])
    # The sphere's surface 4π fills the area of the map: the same factor everywhere.
    unit = (1000 / (2 * 2.7066300)) ** 2 * radians(step) ** 2
    assert isclose(surface, unit * cos(radians(latitude)), rel_tol=1e-3)


@pytest.mark.parametrize(
    ("longitude", "same"), [(10, 10), (-180, 180), (200, -160), (-170, -170), (189, 189), (370, 10)]
)
def test_meridians_are_turned_into_the_map(longitude: float, same: float) -> None:
    assert turned(longitude) == pytest.approx(same)


def test_a_sphere_of_one_fills_four_pi() -> None:
    rows = [project(190, b)[0] - project(-170, b)[0] for b in range(-89, 90, 2)]
    heights = [project(0, b - 1)[1] - project(0, b + 1)[1] for b in range(-89, 90, 2)]
    unit = (1000 / (2 * 2.70663)) ** 2
    total = sum(w * h for w, h in zip(rows, heights, strict=True)) / unit
    assert total == pytest.approx(4 * pi, rel=1e-3)


def test_names_are_sorted_without_their_accents() -> None:
    names = ["Zambie", "Éthiopie", "Eswatini", "Fidji", "Estonie", "Île Maurice", "Îles Cook"]
    ordered = ["Estonie", "Eswatini", "Éthiopie", "Fidji", "Île Maurice", "Îles Cook", "Zambie"]
    assert sorted(names, key=sort_key) == ordered


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Côte d’Ivoire", "cote d ivoire"), ("Œuvre", "oeuvre"), ("R.D.C.", "r d c"), ("", "")],
)
def test_folded_keeps_letters_and_figures(text: str, plain: str) -> None:
    assert folded(text) == plain


SQUARE = [0, 0, 100, 0, 0, 100, -100, 0]


def test_a_ring_is_cut_at_the_window() -> None:
    (cut,) = clipped([SQUARE], (-5, -5, 10, 10))
    assert sorted(points_of(cut)) == [(0, 0), (0, 50), (50, 0), (50, 50)]


def test_a_ring_outside_of_the_window_is_left_out() -> None:
    assert clipped([SQUARE], (20, 20, 5, 5)) == []
    assert clipped([], (0, 0, 5, 5)) == []


def test_a_ring_inside_of_the_window_is_kept_whole() -> None:
    (kept,) = clipped([SQUARE], (-1, -1, 20, 20))
    assert points_of(kept) == points_of(SQUARE)


def test_the_shortest_path_that_svg_reads() -> None:
    assert path([[0, 5, -5, 10, -13, 0, 118, -5]]) == "M0 .5l-.5 1-1.3 0 11.8-.5z"


def test_lines_bow_outwards_and_end_where_they_should() -> None:
    west, east = bow((0, 0), (-10, 100)), bow((0, 0), (10, 100))
    assert west[0] < -10
    assert east[0] > 10
    assert bow((0, 0), (10, -100))[0] > 10
    assert bow((0, 0), (-10, -100))[0] < -10
    line = along((0, 0), (10, 100), steps=4)
    assert (line[0], line[-1], len(line)) == ((0, 0), (10, 100), 5)


def test_close_points_share_a_dot() -> None:
    assert clusters([(0, 0), (50, 0), (3, 4), (56.1, 0)]) == [[0, 2], [1], [3]]
    assert clusters([]) == []


CROP = (0.0, 0.0, 400.0, 340.0)


def test_a_name_stands_to_the_right_when_it_can() -> None:
    (label,) = place_labels([("Labé", (100, 100))], avoid=[], crop=CROP)
    assert (label.anchor, label.x > 100) == ("start", True)


def test_a_name_stays_on_the_map() -> None:
    (label,) = place_labels([("Bujumbura", (390, 100))], avoid=[], crop=CROP)
    assert label.anchor == "end"


def test_a_name_leaves_the_drawing_free() -> None:
    (label,) = place_labels([("Labé", (200, 100))], avoid=[(230, 100), (170, 100)], crop=CROP)
    assert (label.anchor, label.y < 100) == ("middle", True)


def test_neighbours_do_not_cover_each_other() -> None:
    names = [("Kinshasa", (200, 100)), ("Brazzaville", (203, 103)), ("Matadi", (197, 106))]
    labels = place_labels(names, avoid=[], crop=CROP)
    pairs = [(a, b) for a in labels for b in labels if a.text < b.text]
    assert [pair for pair in pairs if overlap(pair[0].box, pair[1].box)] == []
