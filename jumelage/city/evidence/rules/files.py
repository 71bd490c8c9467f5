"""What is found in a file: its kind, its pages and its text.

Source: ISO 32000-1 §7.5.2 (PDF header); W3C PNG §5.2; ITU-T T.81 Annex B (JPEG); OASIS OpenDocument 1.2 part 3 §3.3
(first entry "mimetype"); ISO/IEC 29500-2 (Office Open XML packages). The name of a file proves nothing.
"""

from __future__ import annotations

import logging
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from pypdf import PdfReader

from jumelage.foundation.kernel.errors import Refused

PDF = "application/pdf"
_SIGNATURES = {b"%PDF-": PDF, b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_OOXML = "application/vnd.openxmlformats-officedocument."
_LONGEST_TYPE = 200
_PACKAGES = {
    "word/document.xml": f"{_OOXML}wordprocessingml.document",
    "xl/workbook.xml": f"{_OOXML}spreadsheetml.sheet",
}
EXTENSIONS = {
    PDF: "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "text/plain": "txt",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    _PACKAGES["word/document.xml"]: "docx",
    _PACKAGES["xl/workbook.xml"]: "xlsx",
}


@dataclass(frozen=True)
class FileFacts:
    """The media type found in the bytes; `pages` is None where the kind has none or nobody can tell."""

    media_type: str
    pages: int | None
    text: str


def file_facts(content: bytes) -> FileFacts:
    """What the bytes of a file tell of it.

    Raises Refused("document-kind-unknown"), Refused("document-unreadable") or Refused("document-locked").
    """
    media_type = _media_type(content)
    if media_type == PDF:
        return _pdf_facts(content)
    text = content.decode() if media_type == "text/plain" else ""
    return FileFacts(media_type, None, text)


def _media_type(content: bytes) -> str:
    for signature, media_type in _SIGNATURES.items():
        if content.startswith(signature):
            return media_type
    found = _package_type(content) if content.startswith(b"PK\x03\x04") else _text_type(content)
    if found not in EXTENSIONS:
        raise Refused("document-kind-unknown")
    return found


def _package_type(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as package:
            names = package.namelist()
            if "mimetype" in names:
                with package.open("mimetype") as entry:
                    # A few bytes are enough; the entry may unfold to any number of them.
                    return entry.read(_LONGEST_TYPE).decode("ascii", "replace").strip()
    except (BadZipFile, RuntimeError, EOFError, ValueError, zlib.error):
        # Damaged, locked, or packed in a way that we cannot read.
        return ""
    return next((kind for name, kind in _PACKAGES.items() if name in names), "")


def _text_type(content: bytes) -> str:
    """Plain text only: what begins like a page of the web could run in a browser."""
    try:
        text = content.decode().lstrip()
    except UnicodeDecodeError:
        return ""
    return "" if not text or "\0" in text or text.startswith("<") else "text/plain"


def _pdf_facts(content: bytes) -> FileFacts:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(content))
        locked = reader.is_encrypted and not reader.decrypt("")
        texts = [] if locked else [page.extract_text() for page in reader.pages]
    except Exception as error:
        # pypdf lets many kinds of errors out of a damaged file, from KeyError to RecursionError.
        raise Refused("document-unreadable") from error
    if locked:
        raise Refused("document-locked")
    if not texts:
        raise Refused("document-unreadable")
    # A lone surrogate or a zero byte is text for nobody, and no database takes it.
    text = "\n".join(texts).replace("\0", "").encode("utf-8", "ignore").decode()
    return FileFacts(PDF, len(texts), text)
