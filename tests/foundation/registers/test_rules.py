"""Versions, states of texts, languages of notices, spreadsheets: plain values only."""

import csv
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.rules import spreadsheets, texts, versions
from jumelage.foundation.registers.services.check_texts import check_texts

OLD = {"title__fr": "Eau", "title__nl": "Water", "start": "2021"}


@pytest.mark.parametrize(
    ("theirs", "mine", "clashing", "kept"),
    [
        ({}, {}, (), ()),
        ({}, {"title__fr": "Eaux"}, (), ()),
        ({"title__fr": "L’eau"}, {}, (), ("title__fr",)),
        ({"title__fr": "L’eau"}, {"title__nl": "Het water"}, (), ("title__fr",)),
        ({"title__fr": "L’eau"}, {"title__fr": "Eaux"}, ("title__fr",), ()),
        ({"title__fr": "Eaux"}, {"title__fr": "Eaux"}, (), ()),
        (
            {"title__fr": "L’eau", "start": "2022"},
            {"title__fr": "Eaux"},
            ("title__fr",),
            ("start",),
        ),
    ],
)
def test_two_editions_meet(theirs, mine, clashing, kept):
    meeting = versions.meet(versions.marks_of(OLD), OLD | theirs, OLD | mine)
    assert (meeting.clashing, meeting.theirs) == (clashing, kept)


def test_line_ends_of_browsers_are_no_change():
    base = versions.marks_of({"text": "one\ntwo"})
    assert versions.meet(base, {"text": "one\ntwo"}, {"text": "one\r\ntwo\r\n"}).clashing == ()


def test_a_part_without_mark_counts_as_untouched_by_others():
    assert versions.meet({}, OLD, OLD | {"start": "2022"}).clashing == ()


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=5)))
def test_marks_travel_through_a_form(parts):
    marks = versions.marks_of(parts)
    assert versions.read(versions.written(marks)) == marks


@pytest.mark.parametrize("text", ["", "x", "[1]", "3"])
def test_marks_that_are_none(text):
    assert versions.read(text) is None


LANGUAGES = ["fr", "nl", "en"]


def after(*acts):
    """What is seen after several acts, each the texts as they then were."""
    seen = {}
    for number, words in enumerate(acts, 1):
        found = texts.standings(words, seen, act=number, languages=LANGUAGES)
        seen = {code: one.seen for code, one in found.items()}
    return {code: (one.state, one.places) for code, one in found.items()}


FULL = {"title": {"fr": "Eau", "nl": "Water", "en": "Water"}}


def test_all_written_at_once_is_complete():
    assert after(FULL) == dict.fromkeys(LANGUAGES, ("complete", ()))


def test_a_text_that_no_language_has_is_not_missing():
    assert after({"about": {}})["fr"] == ("complete", ())


def test_missing_where_another_language_has_it():
    assert after({"title": {"fr": "Eau"}}) == {
        "fr": ("complete", ()),
        "nl": ("missing", ("title",)),
        "en": ("missing", ("title",)),
    }


def test_outdated_where_another_language_changed_later():
    found = after(FULL, {"title": FULL["title"] | {"fr": "L’eau"}})
    assert found["fr"] == ("complete", ())
    assert found["nl"] == found["en"] == ("outdated", ("title",))


def test_changed_together_stays_complete():
    found = after(FULL, {"title": {"fr": "L’eau", "nl": "Het water", "en": "The water"}})
    assert {state for state, _ in found.values()} == {"complete"}


def test_a_person_confirms_that_a_text_still_holds():
    one = texts.standings(FULL, {}, act=1, languages=LANGUAGES)
    words = {"title": FULL["title"] | {"fr": "L’eau"}}
    two = texts.standings(
        words, {code: each.seen for code, each in one.items()}, act=2, languages=LANGUAGES
    )
    seen = {code: each.seen for code, each in two.items()}
    seen["nl"] = texts.confirmed(seen, "nl")
    three = texts.standings(words, seen, act=2, languages=LANGUAGES)
    assert (three["nl"].state, three["en"].state) == ("complete", "outdated")


ROWS = [["Titre", "Note"], ["Labé", "=1+1"], ["a\nb", "-5\x01"]]


def test_csv_is_read_by_excel_and_holds_no_formula():
    content = spreadsheets.file_of("csv", ROWS, title="Lieux")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows == [["Titre", "Note"], ["Labé", "'=1+1"], ["a\nb", "'-5\x01"]]


def test_xlsx_holds_texts_only():
    sheet = load_workbook(BytesIO(spreadsheets.file_of("xlsx", ROWS, title="Lieux/1"))).active
    assert sheet.title == "Lieux 1"
    assert [[cell.value for cell in row] for row in sheet] == [
        ["Titre", "Note"],
        ["Labé", "=1+1"],
        ["a\nb", "-5"],
    ]
    assert {cell.data_type for row in sheet for cell in row} == {"s"}


def test_ods_is_a_package_that_says_its_type_first():
    package = ZipFile(BytesIO(spreadsheets.file_of("ods", ROWS, title='Lieux & "villes"')))
    first = package.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert package.read("mimetype").decode() == spreadsheets.MEDIA_TYPES["ods"]
    root = ET.fromstring(package.read("content.xml"))
    said = [
        "".join(p.itertext())
        for p in root.iter("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p")
    ]
    assert said == ["Titre", "Note", "Labé", "=1+1", "a", "b", "-5"]


def test_no_sign_in_a_title_spoils_the_file():
    rows = [["a\uffffb\ufffe\ud800c"], ["\uff1d1+1"], ["\n=1"]]
    book = load_workbook(BytesIO(spreadsheets.file_of("xlsx", rows, title="x")))
    assert book.active["A1"].value == "abc"
    package = ZipFile(BytesIO(spreadsheets.file_of("ods", rows, title="x")))
    assert "<text:p>abc</text:p>" in package.read("content.xml").decode()
    text = spreadsheets.file_of("csv", rows[1:], title="x").decode("utf-8-sig")
    assert [row[0][0] for row in csv.reader(StringIO(text, newline=""))] == ["'", "'"]


def test_a_sheet_has_a_name():
    assert load_workbook(BytesIO(spreadsheets.file_of("xlsx", ROWS, title=""))).sheetnames == ["1"]


def test_a_notice_has_its_texts_in_the_languages_of_the_law():
    check_texts({"title": {"fr": "a", "nl": "b", "en": ""}})
    with pytest.raises(Refused) as caught:
        check_texts({"title": {"fr": "a"}, "summary": {"fr": "b", "nl": "c"}})
    assert caught.value.code == "texts-missing"
    with override("en"):
        assert sentence(caught.value).endswith("Missing: Title (Nederlands).")
