"""Files that the tests make themselves."""

import io
import struct
import zipfile

from PIL import Image


def pdf(*pages: str) -> bytes:
    """A plain PDF with one line of ASCII text per page."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, words in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode("ascii")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _numbered(objects)


def _numbered(objects: list[bytes]) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        content
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        % (
            size,
            table,
            size,
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(content)
    )


def open_document(kind: str) -> bytes:
    """The beginning of an OpenDocument file: "text", "spreadsheet" or "presentation"."""
    return package({"mimetype": f"application/vnd.oasis.opendocument.{kind}"})


def office_file(name: str) -> bytes:
    """An Office Open XML package that holds `name`."""
    return package({"[Content_Types].xml": "<Types/>", name: "<x/>"})


def package(files: dict[str, str | bytes]) -> bytes:
    """A ZIP with these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def webm(*, seconds: float | None = 3.0, doctype: bytes = b"webm") -> bytes:
    """The beginning of a WebM film: its header, its length and one empty cluster."""
    length = b"" if seconds is None else _element(b"\x44\x89", struct.pack(">d", seconds * 1000))
    info = _element(
        b"\x15\x49\xa9\x66", _element(b"\x2a\xd7\xb1", (1_000_000).to_bytes(3)) + length
    )
    cluster = _element(b"\x1f\x43\xb6\x75", _element(b"\xe7", b"\x00"))
    head = _element(b"\x1a\x45\xdf\xa3", _element(b"\x42\x82", doctype))
    return head + _element(b"\x18\x53\x80\x67", info + cluster)


def _element(name: bytes, body: bytes) -> bytes:
    return name + (0x0100_0000_0000_0000 | len(body)).to_bytes(8) + body


def mp4(*, seconds: int = 90, version: int = 0, film: bool = True, header: bool = True) -> bytes:
    """The boxes of an MP4 film without a picture."""
    times = struct.pack(">QQIQ" if version else ">IIII", 0, 0, 1000, seconds * 1000)
    moov = _box(b"moov", _box(b"mvhd", bytes([version, 0, 0, 0]) + times)) if header else b""
    return _box(b"ftyp", b"isom\x00\x00\x02\x00") + moov + (_box(b"mdat", b"film") if film else b"")


def _box(name: bytes, body: bytes) -> bytes:
    return (8 + len(body)).to_bytes(4) + name + body


def picture(width: int = 1200, height: int = 800, kind: str = "JPEG", **more: object) -> bytes:
    """A plain picture."""
    target = io.BytesIO()
    Image.new("RGB", (width, height), "#0B5560").save(target, kind, **more)
    return target.getvalue()
