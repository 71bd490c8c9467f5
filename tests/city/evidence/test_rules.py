"""What makes a claim acceptable, how it may be shown, and what is found in a file."""

import io
import zipfile
from collections.abc import Sequence

import pytest
from pypdf import PdfWriter

from jumelage.city.evidence.choices import Stance, Standing, Voice
from jumelage.city.evidence.rules.claims import Piece, shown_piece
from jumelage.city.evidence.rules.files import EXTENSIONS, file_facts
from jumelage.city.evidence.rules.standing import standing
from jumelage.foundation.kernel.errors import Refused
from tests.factories.files import office_file, open_document, pdf


@pytest.mark.parametrize("voice", Voice)
def test_what_is_announced_is_never_a_fact(voice: Voice) -> None:
    assert standing(voice=voice, stance=Stance.ANNOUNCES) == Standing.ANNOUNCED


@pytest.mark.parametrize("voice", Voice)
def test_only_the_city_states_facts(voice: Voice) -> None:
    expected = Standing.FACT if voice == Voice.CITY else Standing.ACCORDING
    assert standing(voice=voice, stance=Stance.STATES) == expected


ONE = Piece("city", pinned=True)
OTHER = Piece("press", pinned=True)
CHOSEN = Piece("partner", pinned=True, shown=True)


@pytest.mark.parametrize(
    ("pieces", "has_reason", "expected"),
    [
        ([ONE], False, 0),
        ([CHOSEN], True, 0),
        ([ONE, CHOSEN], True, 1),
        ([CHOSEN, ONE, OTHER], True, 0),
        ([], True, "evidence-source-missing"),
        ([Piece("city", pinned=False)], True, "evidence-unpinned"),
        ([CHOSEN, Piece("city", pinned=False)], True, "evidence-unpinned"),
        ([CHOSEN, ONE, ONE], True, "evidence-source-twice"),
        ([ONE, OTHER], True, "evidence-choice-missing"),
        ([CHOSEN, Piece("press", pinned=True, shown=True)], True, "evidence-choice-missing"),
        ([ONE, CHOSEN], False, "evidence-reason-missing"),
    ],
)
def test_choice_of_what_is_shown(
    pieces: Sequence[Piece], has_reason: bool, expected: int | str
) -> None:
    if isinstance(expected, int):
        assert shown_piece("area_km2", pieces, has_reason=has_reason) == expected
        return
    with pytest.raises(Refused) as refusal:
        shown_piece("area_km2", pieces, has_reason=has_reason)
    assert refusal.value.code == expected
    assert refusal.value.details["about"] == "area_km2"


def test_pdf_tells_pages_and_text() -> None:
    facts = file_facts(pdf("Plan for the registry", "Second page"))
    assert (facts.media_type, facts.pages) == ("application/pdf", 2)
    assert "Plan for the registry" in facts.text
    assert "Second page" in facts.text


@pytest.mark.parametrize(
    ("content", "extension"),
    [
        (b"\x89PNG\r\n\x1a\n...", "png"),
        (b"\xff\xd8\xff\xe0...", "jpg"),
        (open_document("text"), "odt"),
        (open_document("spreadsheet"), "ods"),
        (office_file("word/document.xml"), "docx"),
        (office_file("xl/workbook.xml"), "xlsx"),
        ("Été, water\n".encode(), "txt"),
    ],
)
def test_other_kinds_have_no_pages(content: bytes, extension: str) -> None:
    facts = file_facts(content)
    assert EXTENSIONS[facts.media_type] == extension
    assert facts.pages is None
    assert facts.text == (content.decode() if extension == "txt" else "")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  ",
        b"<html><script>alert(1)</script>",
        b"\n <svg xmlns='http://www.w3.org/2000/svg'/>",
        b"MZ\x00\x01",
        b"\xc3\x28 broken",
        b"PK\x03\x04 cut",
        office_file("evil.exe"),
        open_document("presentation"),
    ],
)
def test_unknown_kinds_are_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        file_facts(content)
    assert refusal.value.code == "document-kind-unknown"


def _blank_pdf(password: str | None = None, owner: str = "owner") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    if password is not None:
        writer.encrypt(password, owner)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7 cut", "document-unreadable"),
        (pdf("Plan")[:200], "document-unreadable"),
        (_blank_pdf("secret"), "document-locked"),
    ],
)
def test_damaged_and_locked_pdfs_are_refused(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        file_facts(content)
    assert refusal.value.code == code


def test_pdf_that_anybody_may_open_is_read() -> None:
    assert file_facts(_blank_pdf("")).pages == 1


def test_pdf_without_a_page_is_refused() -> None:
    target = io.BytesIO()
    PdfWriter().write(target)
    with pytest.raises(Refused, match="document-unreadable"):
        file_facts(target.getvalue())


def test_zip_named_like_a_document_is_no_document() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("mimetype", b"\xff\xfe")
    with pytest.raises(Refused, match="document-kind-unknown"):
        file_facts(target.getvalue())


def _zip(
    damage: slice, by: bytes, kind: bytes = b"application/vnd.oasis.opendocument.text"
) -> bytes:
    """An open document, `damage` of its first header replaced in both directories."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", kind)
    content = bytearray(target.getvalue())
    directory = content.index(b"PK\x01\x02")
    content[damage] = by
    content[directory + damage.start + 2 : directory + damage.stop + 2] = by
    return bytes(content)


@pytest.mark.parametrize(
    ("damage", "by"),
    [
        (slice(6, 8), b"\x01\x00"),  # locked by a password
        (slice(8, 10), b"\x63\x00"),  # packed in a way that nobody knows
        (slice(14, 18), b"\x00\x00\x00\x00"),  # another checksum
    ],
)
def test_damaged_and_locked_packages_are_refused(damage: slice, by: bytes) -> None:
    assert file_facts(_zip(slice(0, 0), b"")).pages is None
    with pytest.raises(Refused, match="document-kind-unknown"):
        file_facts(_zip(damage, by))


def test_an_entry_that_unfolds_to_a_great_size_is_not_unfolded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    read = zipfile.ZipExtFile.read

    def counted(self: zipfile.ZipExtFile, n: int = -1) -> bytes:
        asked.append(n)
        return read(self, n)

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    with pytest.raises(Refused, match="document-kind-unknown"):
        file_facts(_zip(slice(0, 0), b"", b"x" * 1_000_000))
    assert asked
    assert all(0 < n < 1_000 for n in asked)
