"""What is accepted, what is refused by name, and what is taken out."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import reverse
from PIL import Image
from pypdf import PdfWriter

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.queries import choosable
from jumelage.foundation.uploads.rules.accepting import accepted
from jumelage.foundation.uploads.rules.kinds import (
    ALL,
    ENDINGS,
    IMAGES,
    LIMITS_BYTES,
    PDF,
    VIDEOS,
    kind_of,
    name_of,
)
from tests.factories.files import office_file, open_document, package, pdf


def picture(form: str = "JPEG", size: tuple[int, int] = (6, 4), **options: object) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, (200, 30, 40)).save(target, form, **options)
    return target.getvalue()


def refused(content: bytes, name: str = "", kinds: frozenset[str] = ALL) -> Refused:
    with pytest.raises(Refused) as refusal:
        accepted(content, name=name, kinds=kinds)
    return refusal.value


def test_pdf_tells_pages_text_and_tags() -> None:
    content = pdf("Plan for the registry", "Second page")
    facts = accepted(content, name="Plan.PDF")
    assert (facts.media_type, facts.pages, facts.tagged) == (PDF, 2, False)
    assert facts.content == content
    assert "Plan for the registry" in facts.text
    assert "Second page" in facts.text


@pytest.mark.parametrize(
    ("marked", "tree", "tagged"), [(True, True, True), (False, True, False), (True, False, False)]
)
def test_tagged_pdf_has_marks_and_a_tree(marked: bool, tree: bool, tagged: bool) -> None:
    marks = f"/MarkInfo << /Marked {str(marked).lower()} >>"
    structure = "/StructTreeRoot << /Type /StructTreeRoot >>" if tree else ""
    content = pdf("Plan").replace(b"/Type /Catalog", f"/Type /Catalog {marks} {structure}".encode())
    assert accepted(content).tagged is tagged


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (picture("PNG"), "png"),
        (picture("JPEG"), "jpg"),
        (picture("WEBP"), "webp"),
        (open_document("text"), "odt"),
        (open_document("spreadsheet"), "ods"),
        (office_file("word/document.xml"), "docx"),
        (office_file("xl/workbook.xml"), "xlsx"),
        ("Été, water\n".encode(), "txt"),
        (b"\xef\xbb\xbfa;b\n", "txt"),
    ],
)
def test_other_kinds_have_no_pages(content: bytes, ending: str) -> None:
    facts = accepted(content)
    assert facts.ending == ending
    assert (facts.pages, facts.tagged) == (None, None)
    assert facts.text == (content.decode() if ending == "txt" else "")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"<html><script>alert(1)</script>", "HTML"),
        (b"\n <svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"MZ\x00\x01", "EXE"),
        (b"\xc3\x28 broken", "?"),
        (b"zero \x00 byte", "?"),
        (b"PK\x03\x04 cut", "ZIP"),
        (b"GIF89a", "GIF"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC"),
        (b"\x00\x00\x00\x18ftypisom", "MP4"),
        (office_file("evil.exe"), "ZIP"),
        (open_document("presentation"), "ZIP"),
        (package({"mimetype": "\udcff".encode("utf-8", "surrogateescape")}), "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 letter", "DOC/XLS"),
    ],
)
def test_unknown_kinds_are_refused_by_their_name(content: bytes, found: str) -> None:
    refusal = refused(content)
    assert (refusal.code, refusal.details["found"]) == ("upload-kind", found)
    assert "PDF" in refusal.details["accepted"]


@pytest.mark.parametrize("content", [b"", b"  \n"])
def test_empty_file_is_refused(content: bytes) -> None:
    assert refused(content).code == "upload-empty"


@pytest.mark.parametrize(
    ("content", "name", "said", "found"),
    [
        (office_file("evil.exe"), "rapport.pdf", "PDF", "ZIP"),
        (office_file("word/document.xml"), "rapport.pdf", "PDF", "DOCX"),
        (b"<script>alert(1)</script>", "photo.png", "PNG", "HTML"),
        (picture("PNG"), "photo.JPG", "JPG", "PNG"),
        (b"\x00\x01", "rapport.pdf", "PDF", "?"),
    ],
)
def test_disguised_file_is_refused(content: bytes, name: str, said: str, found: str) -> None:
    refusal = refused(content, name)
    assert refusal.code == "upload-disguised"
    assert refusal.details == {"said": said, "found": found}


def test_ending_that_we_do_not_keep_is_refused_even_on_text() -> None:
    refusal = refused(b"alert(1)", "run.js")
    assert (refusal.code, refusal.details["found"]) == ("upload-kind", "JS")


def test_each_place_may_want_some_kinds_only() -> None:
    refusal = refused(pdf("Plan"), "plan.pdf", IMAGES)
    assert refusal.code == "upload-kind"
    assert refusal.details == {"found": "PDF", "accepted": "PNG, JPEG, WebP"}


def test_weight_is_limited_by_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    content = b"a" * (LIMITS_BYTES["text/plain"] + 1)
    refusal = refused(content)
    assert refusal.code == "upload-large"
    assert refusal.details == {"found": "TXT", "size_mb": 6, "limit_mb": 5}
    assert accepted(content[:-1]).media_type == "text/plain"


def blank_pdf(password: str | None = None) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    if password is not None:
        writer.encrypt(password, "owner")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def no_page() -> bytes:
    target = io.BytesIO()
    PdfWriter().write(target)
    return target.getvalue()


def locked_zip() -> bytes:
    content = bytearray(office_file("word/document.xml"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.rfind(mark)
        content[start + place] |= 1
    return bytes(content)


LOCKED_ODT = package(
    {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": "<manifest:encryption-data/>",
    }
)
LOCKED_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"%PDF-1.7 cut", "", "upload-broken"),
        (pdf("Plan")[:200], "plan.pdf", "upload-broken"),
        (no_page(), "", "upload-broken"),
        (blank_pdf("secret"), "", "upload-locked"),
        (locked_zip(), "a.docx", "upload-locked"),
        (LOCKED_ODT, "a.odt", "upload-locked"),
        (LOCKED_WORD, "a.docx", "upload-locked"),
        (package({"word/document.xml": "", "word/vbaProject.bin": ""}), "a.docx", "upload-macros"),
        (
            package({"mimetype": "application/vnd.oasis.opendocument.text", "Basic/a.xml": ""}),
            "",
            "upload-macros",
        ),
        (picture("JPEG", (60, 60))[:400], "a.jpg", "upload-broken"),
        (b"\x89PNG\r\n\x1a\n...", "", "upload-broken"),
        (b"\xff\xd8\xff\xe0...", "", "upload-broken"),
    ],
)
def test_damaged_locked_and_dangerous_files_are_refused(
    content: bytes, name: str, code: str
) -> None:
    assert refused(content, name).code == code


def test_package_broken_inside_is_refused() -> None:
    whole = package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest/>" * 9,
        }
    )
    broken = whole.replace(b"<manifest/><manifest/>", b"<manifest/>!manifest/>", 1)
    assert refused(broken).code == "upload-broken"


def test_pdf_that_anybody_may_open_is_read() -> None:
    assert accepted(blank_pdf("")).pages == 1


def png_of(width: int, height: int) -> bytes:
    """The head of a PNG that promises many pixels."""
    head = b"IHDR" + struct.pack("!2I5B", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack("!I", 13) + head + struct.pack("!I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack("!I", 10) + b"IDAT"


@pytest.mark.parametrize(("width", "height"), [(10_000, 5_000), (100_000, 100_000)])
def test_image_of_too_many_pixels_is_refused_before_it_is_read(width: int, height: int) -> None:
    assert refused(png_of(width, height)).code == "upload-pixels"


def with_place() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Ann"
    exif.get_ifd(0x8825)[2] = (50.0, 50.0, 48.0)
    return exif


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_place_and_camera_are_taken_out(form: str) -> None:
    content = picture(form, exif=with_place())
    assert b"Camera of Ann" in content
    facts = accepted(content + b"PK\x03\x04 hidden behind the end")
    assert b"Camera of Ann" not in facts.content
    assert b"hidden" not in facts.content
    with Image.open(io.BytesIO(facts.content)) as kept:
        assert not kept.getexif()
        assert kept.size == (6, 4)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_made_as_small_as_the_page_wants(form: str) -> None:
    content = picture(form, (600, 300))
    for widest, size in ((None, (600, 300)), (600, (600, 300)), (200, (200, 100))):
        kept = accepted(content, widest=widest).content
        assert Image.open(io.BytesIO(kept)).size == size


def test_comments_are_taken_out() -> None:
    assert b"by Ann" not in accepted(picture("JPEG", comment=b"by Ann")).content


def test_picture_is_turned_as_its_camera_meant() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    facts = accepted(picture("JPEG", (6, 4), exif=exif))
    with Image.open(io.BytesIO(facts.content)) as kept:
        assert kept.size == (4, 6)


@pytest.mark.parametrize("make", [lambda: picture("JPEG"), lambda: picture("PNG")])
def test_the_same_picture_gives_the_same_bytes(make: Callable[[], bytes]) -> None:
    assert accepted(make()).content == accepted(make()).content


def test_kinds_have_names_and_limits() -> None:
    assert {name_of(kind) for kind in ENDINGS} == {
        "PDF", "PNG", "JPEG", "WebP", "TXT", "ODT", "ODS", "DOCX", "XLSX", "MP4", "WebM",
    }  # fmt: skip
    assert LIMITS_BYTES.keys() == ENDINGS.keys()


def test_what_may_be_chosen_is_what_is_kept() -> None:
    offered = choosable().split(",")
    assert offered[:3] == ["image/jpeg", "image/png", "image/webp"]
    assert set(offered[3:]) == {f".{ending}" for kind in ALL for ending in ENDINGS[kind]}
    assert ".mp4" not in offered


def test_the_proxy_lets_pass_what_is_kept() -> None:
    recipe = Path(__file__).parents[3] / "deploy/nginx.conf.template"
    limit = re.compile(r"(?:location (\S+) \{\s+)?client_max_body_size (\d+)m;")
    bytes_at = {place: int(size) << 20 for place, size in limit.findall(recipe.read_text())}
    films = reverse("register-add", args=["video"]).removesuffix("add/")
    assert bytes_at.keys() == {"", films}
    form = 1 << 20
    assert bytes_at[""] > max(LIMITS_BYTES[kind] for kind in ALL) + form
    assert bytes_at[films] > max(LIMITS_BYTES[kind] for kind in VIDEOS) + form


def test_locked_mimetype_is_still_a_package() -> None:
    content = bytearray(open_document("text"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + place] |= 1
    assert zipfile.is_zipfile(io.BytesIO(bytes(content)))
    assert kind_of(bytes(content)) == "application/zip"
