"""The stylesheets, each joined from its parts."""

from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from jumelage.public.site.adapters import STYLESHEETS, StylesheetFinder, join_stylesheet

PARTS = {name: settings.BASE_DIR / folder for name, folder in STYLESHEETS.items()}
MOST_BYTES = {"css/site.css": 6_656, "css/forms.css": 2_048}


def test_layers_come_first_then_the_parts_by_path_without_comments(tmp_path: Path) -> None:
    (tmp_path / "b.css").write_text("/* why */ .b { color: red; }\n")
    (tmp_path / "a.css").write_text("@layer x {\n  .a, a :focus { margin: 0 auto; }\n}\n")
    (tmp_path / "layers.css").write_text("@layer x, y;\n")
    joined = join_stylesheet(tmp_path)
    assert joined == "@layer x,y;@layer x{.a,a :focus{margin:0 auto;}}.b{color:red;}\n"


@pytest.mark.parametrize("name", STYLESHEETS)
def test_found_as_one_file_and_never_as_parts(name: str) -> None:
    found = finders.find(name)
    assert found
    assert Path(found).read_text(encoding="utf-8") == join_stylesheet(PARTS[name])
    assert finders.find("css/tokens.css") is None
    assert StylesheetFinder().check() == []
    assert StylesheetFinder().find(name, find_all=True) == [found]


def test_listed_for_collectstatic_with_its_text() -> None:
    listed = dict(StylesheetFinder().list(None))
    assert listed.keys() == STYLESHEETS.keys()
    for name, storage in listed.items():
        with storage.open(name) as file:
            assert file.read().decode() == join_stylesheet(PARTS[name])


@pytest.mark.parametrize("name", STYLESHEETS)
def test_written_anew_when_it_is_not_the_same_as_its_parts(name: str) -> None:
    file = Path(str(finders.find(name)))
    file.write_text("old", encoding="utf-8")
    assert Path(str(finders.find(name))).read_text(encoding="utf-8") == join_stylesheet(PARTS[name])


@pytest.mark.parametrize("name", STYLESHEETS)
def test_small_enough_for_a_poor_connection(name: str) -> None:
    joined = join_stylesheet(PARTS[name]).encode()
    assert len(brotli.compress(joined, quality=11)) <= MOST_BYTES[name]


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "forms"), [("/fr/", False), ("/styleguide/", True)])
def test_only_pages_that_show_such_forms_load_the_second(
    client: Client, path: str, forms: bool
) -> None:
    page = client.get(path).content.decode()
    assert "css/site.css" in page
    assert ("css/forms.css" in page) is forms


def test_every_part_stands_in_a_layer() -> None:
    """What stands outside of the layers would win over all of them, a city's own colours included."""
    for part in (part for folder in PARTS.values() for part in folder.rglob("*.css")):
        text = part.read_text(encoding="utf-8")
        assert text.split("*/")[-1].strip() if part.name == "layers.css" else "@layer" in text
        outside = [line for line in text.splitlines() if line and line[0] not in "@/} \t"]
        assert not outside, part
