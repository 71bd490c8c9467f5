"""The project sheet: PDF/UA-1, whatever the words are."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from jumelage.foundation.kernel.pdf import render_pdf
from tools.make_coverage import FOLDER, FONT, ranges

LABELS = {
    "site": "Solidarité internationale",
    "facts": "En bref",
    "fact": "Fait",
    "value": "Valeur",
    "sources": "Sources",
    "made_on": "Fiche faite le",
    "address": "Page publique :",
    "page": "Page",
    "mark": "Deux anneaux ouverts qui se rejoignent",
}


def sheet(**changes: Any) -> dict[str, Any]:
    return {
        "lang": "fr",
        "city": "Ville d’exemple",
        "title": "Eau potable",
        "kicker": "Fiche de projet",
        "summary": "Ce que le projet change.",
        "notices": [],
        "facts": [{"label": "Pays", "value": "Guinée", "notes": [1]}],
        "sections": [],
        "sources": [{"number": 1, "text": "Une source, § 2", "address": "https://example.org/a"}],
        "address": "https://example.org/fr/projets/eau/",
        "made_on": "1er mars 2025",
        "labels": LABELS,
    } | changes


def read(**changes: Any) -> PdfReader:
    return PdfReader(io.BytesIO(render_pdf("sheet", sheet(**changes))))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def kinds(node: Any, found: list[str]) -> list[str]:
    """Every structure element's type, in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            kinds(child, found)
    elif hasattr(node, "get"):
        if "/S" in node:
            found.append(str(node["/S"]))
        if "/K" in node:
            kinds(node["/K"], found)
    return found


def test_says_that_it_is_tagged_and_in_which_language() -> None:
    reader = read(lang="nl")
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata
    assert reader.metadata.title == "Eau potable"
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data().replace(b"\n", b"")


def test_tags_headings_tables_lists_links_and_the_mark() -> None:
    section = {"title": "Étapes", "paragraphs": ["Un."], "items": [{"text": "Puits", "notes": [1]}]}
    tree = read(sections=[section]).root_object["/StructTreeRoot"]
    found = kinds(tree["/K"], [])
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/L", "/LI", "/Link", "/Figure"} <= set(
        found
    )
    assert found.count("/H1") == 1


def test_says_everything_and_where_it_comes_from() -> None:
    text = words(read(notices=["Texte en français seulement."]))
    for part in (
        "Eau potable",
        "Guinée",
        "Une source, § 2",
        "https://example.org/a",
        "1er mars 2025",
    ):
        assert part in text
    assert "Texte en français seulement." in text
    assert "https://example.org/fr/projets/eau/" in text


@pytest.mark.parametrize(
    "hostile",
    [
        '#import "x.typ": *',
        "] #panic() [",
        "$ x $ *b* _i_ `c` @ref <label> \\ // /* */",
        '#read("/fonts/README.md")',
        "= Titre",
        "\u202eretourné\u202c e\u0301 ɓ ŋ ½ \U0001f4a7",
        "",
    ],
)
def test_words_stay_words(hostile: str) -> None:
    reader = read(
        kicker=hostile,
        summary=hostile,
        notices=[hostile],
        facts=[{"label": hostile, "value": hostile, "notes": [7]}],
        sections=[
            {
                "title": f"x{hostile}",
                "paragraphs": [hostile],
                "items": [{"text": hostile, "notes": []}],
            }
        ],
        sources=[{"number": 1, "text": hostile, "address": f"javascript:{hostile}"}],
    )
    text = words(reader)
    if hostile.isascii():
        assert " ".join(hostile.split()) in text


def test_only_web_addresses_become_links() -> None:
    reader = read(sources=[{"number": 1, "text": "x", "address": "javascript:alert(1)"}])
    targets = [
        str(note.get_object()["/A"]["/URI"])
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/URI" in note.get_object().get("/A", {})
    ]
    assert targets == ["https://example.org/fr/projets/eau/"]


def test_a_long_text_runs_over_pages() -> None:
    section = {"title": "Récit", "paragraphs": [" ".join(["eau"] * 5_000)], "items": []}
    reader = read(sections=[section])
    assert len(reader.pages) > 3
    assert words(reader).count("eau") >= 5_000


def test_a_long_table_repeats_its_heading_on_each_page() -> None:
    facts = [{"label": f"Fait {n}", "value": "x " * 60, "notes": [1]} for n in range(120)]
    reader = read(facts=facts)
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 4
    assert all("Valeur" in page for page in pages[:-1] if "Fait 1" in page)


def test_an_empty_sheet_is_a_sheet() -> None:
    assert len(read(facts=[], sources=[], kicker="", summary="").pages) == 1


def test_the_list_of_characters_is_that_of_the_fonts() -> None:
    for name in ("SourceSans3-Regular.otf", "SourceSans3-Bold.otf"):
        assert ranges(FONT.with_name(name)) == (FOLDER / "coverage.txt").read_text()


def test_a_character_without_a_drawing_becomes_a_square() -> None:
    assert "Eau □ □ et e\u0301".replace("e\u0301", "é") in words(
        read(summary="Eau 💧 水\u0007 et e\u0301")
    )
