"""The kind of a file, found in its bytes; its name proves nothing.

Source: ISO 32000-1 §7.5.2 (PDF header); W3C PNG §5.2; ITU-T T.81 Annex B (JPEG); RFC 9649 §2 (WebP); OASIS
OpenDocument 1.2 part 3 §3.3 (first entry "mimetype"); ISO/IEC 29500-2 (Office Open XML packages); MS-CFB §2.2;
ISO/IEC 14496-12 §4.3 (MP4: ftyp); RFC 8794 §11.2 (WebM: EBML header).
"""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

PDF, TEXT = "application/pdf", "text/plain"
PNG, JPEG, WEBP = "image/png", "image/jpeg", "image/webp"
ZIP, HTML = "application/zip", "text/html"
_ODF, _OOXML = (
    "application/vnd.oasis.opendocument.",
    "application/vnd.openxmlformats-officedocument.",
)
ODT, ODS = f"{_ODF}text", f"{_ODF}spreadsheet"
DOCX, XLSX = f"{_OOXML}wordprocessingml.document", f"{_OOXML}spreadsheetml.sheet"
OLD_OFFICE = "application/x-cfb"
MP4, WEBM = "video/mp4", "video/webm"

# What is kept, with the endings that a name may have, the usual one first.
ENDINGS = {
    PDF: ("pdf",),
    PNG: ("png",),
    JPEG: ("jpg", "jpeg"),
    WEBP: ("webp",),
    TEXT: ("txt", "md", "csv"),
    ODT: ("odt",),
    ODS: ("ods",),
    DOCX: ("docx",),
    XLSX: ("xlsx",),
    MP4: ("mp4", "m4v"),
    WEBM: ("webm",),
}
IMAGES = frozenset({PNG, JPEG, WEBP})
PACKAGES = frozenset({ODT, ODS, DOCX, XLSX})
VIDEOS = frozenset({MP4, WEBM})
# Films only where a room asks for them.
ALL = frozenset(ENDINGS) - VIDEOS
MEGABYTE = 1_000_000
LIMITS_BYTES = {
    **dict.fromkeys(ALL, 50 * MEGABYTE),
    **dict.fromkeys(IMAGES, 20 * MEGABYTE),
    **dict.fromkeys(VIDEOS, 200 * MEGABYTE),
    TEXT: 5 * MEGABYTE,
}
_SIGNATURES = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"MZ", "application/x-executable"),
    (b"\x7fELF", "application/x-executable"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (b"Rar!", "application/x-rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z"),
)
_NAMES = {
    OLD_OFFICE: "DOC/XLS",
    TEXT: "TXT",
    WEBP: "WebP",
    WEBM: "WebM",
    "video/x-matroska": "MKV",
    "application/x-executable": "EXE",
    "application/x-rar": "RAR",
    "application/x-7z": "7Z",
    "image/heic": "HEIC",
    "": "?",
}


def kind_of(content: bytes) -> str:
    """The media type found in the bytes; "" when nobody knows it."""
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content[4:8] == b"ftyp":
        return "image/heic" if content[8:12] in {b"heic", b"mif1", b"heix"} else MP4
    if content.startswith(b"\x1aE\xdf\xa3"):
        return WEBM if b"webm" in content[:64] else "video/x-matroska"
    return _package_kind(content) if content.startswith(b"PK\x03\x04") else _text_kind(content)


def name_of(kind: str) -> str:
    """A kind as people call it: PDF, DOCX, ZIP; "?" when nobody knows it."""
    ending = ENDINGS[kind][0] if kind in ENDINGS else kind.rpartition("/")[2]
    return _NAMES.get(kind, ending.upper().replace("JPG", "JPEG"))


def said_by(name: str) -> str:
    """The ending of a file's name, in small letters; "" when it has none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def _package_kind(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as package:
            names = package.namelist()
            if "mimetype" in names:
                told = package.read("mimetype")[:100].decode("ascii", "replace").strip()
                return told if told in ENDINGS else ZIP
    except (BadZipFile, RuntimeError, NotImplementedError):
        # Cut, locked or packed in an unknown way: still a package.
        return ZIP
    marks = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
    return next((kind for name, kind in marks.items() if name in names), ZIP)


def _text_kind(content: bytes) -> str:
    """Plain text only: what begins like a page of the web could run in a browser."""
    try:
        text = content.decode().lstrip("\ufeff \t\r\n")
    except UnicodeDecodeError:
        return ""
    if text.startswith("<"):
        return "image/svg" if "<svg" in text[:1000].lower() else HTML
    return "" if not text or "\0" in text else TEXT
