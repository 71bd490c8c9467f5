"""The one stylesheet, joined from its parts."""

from pathlib import Path

import brotli
from django.conf import settings
from django.contrib.staticfiles import finders

from jumelage.public.site.adapters import NAME, StylesheetFinder, join_stylesheet

PARTS = settings.BASE_DIR / "design/css"
# Forms of applications, calls, pictures and videos included; a first view of a form step stays below 75 kB.
MOST_BYTES = 8_192


def test_layers_come_first_then_the_parts_by_path_without_comments(tmp_path: Path) -> None:
    (tmp_path / "b.css").write_text("/* why */ .b { color: red; }\n")
    (tmp_path / "a.css").write_text("@layer x {\n  .a { margin: 0; }\n}\n")
    (tmp_path / "layers.css").write_text("@layer x, y;\n")
    joined = join_stylesheet(tmp_path)
    assert joined == "@layer x, y;@layer x{.a{margin: 0;}}.b{color: red;}\n"


def test_found_as_one_file_and_never_as_parts() -> None:
    found = finders.find(NAME)
    assert found
    assert Path(found).read_text(encoding="utf-8") == join_stylesheet(PARTS)
    assert finders.find("css/tokens.css") is None
    assert StylesheetFinder().check() == []
    assert StylesheetFinder().find(NAME, find_all=True) == [found]


def test_listed_for_collectstatic_with_its_text() -> None:
    ((name, storage),) = StylesheetFinder().list(None)
    assert name == NAME
    with storage.open(name) as file:
        assert file.read().decode() == join_stylesheet(PARTS)


def test_written_anew_when_it_is_not_the_same_as_its_parts() -> None:
    file = Path(str(finders.find(NAME)))
    file.write_text("old", encoding="utf-8")
    assert Path(str(finders.find(NAME))).read_text(encoding="utf-8") == join_stylesheet(PARTS)


def test_small_enough_for_a_poor_connection() -> None:
    assert len(brotli.compress(join_stylesheet(PARTS).encode(), quality=11)) <= MOST_BYTES


def test_every_part_stands_in_a_layer() -> None:
    """What stands outside of the layers would win over all of them, a city's own colours included."""
    for part in PARTS.rglob("*.css"):
        text = part.read_text(encoding="utf-8")
        assert text.split("*/")[-1].strip() if part.name == "layers.css" else "@layer" in text
        outside = [line for line in text.splitlines() if line and line[0] not in "@/} \t"]
        assert not outside, part
