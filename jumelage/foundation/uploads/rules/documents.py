"""What a document holds: its pages, its text, and whether a screen reader can follow it.

Source: ISO 32000-1 §7.6 (encryption), §14.7.1 (MarkInfo: tagged PDF); MS-OFFCRYPTO §2.3.4 (locked packages);
ISO/IEC 29500-2 (packages); ECMA-376 part 1 §15 (vbaProject: macros).
"""

import logging
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from pypdf import PdfReader

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.rules.kinds import PDF, name_of

_LOCKED = 0x1


@dataclass(frozen=True)
class PdfFacts:
    """The number of pages, the text, and whether the document is tagged."""

    pages: int
    text: str
    tagged: bool


def pdf_facts(content: bytes) -> PdfFacts:
    """What a PDF tells of itself. Raises Refused("upload-locked") or Refused("upload-broken")."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = _opened(content)
        texts = [page.extract_text() for page in reader.pages]
        tagged = _tagged(reader)
    except Refused:
        raise
    except Exception as error:
        # pypdf lets many kinds of errors out of a damaged file, from KeyError to RecursionError.
        raise Refused("upload-broken", found=name_of(PDF)) from error
    if not texts:
        raise Refused("upload-broken", found=name_of(PDF))
    # A lone surrogate or a zero byte is text for nobody, and no database takes it.
    text = "\n".join(texts).replace("\0", "").encode("utf-8", "ignore").decode()
    return PdfFacts(len(texts), text, tagged)


def _opened(content: bytes) -> PdfReader:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("upload-locked", found=name_of(PDF))
    return reader


def _tagged(reader: PdfReader) -> bool:
    catalogue = reader.root_object
    marks = catalogue.get("/MarkInfo")
    told = marks.get_object().get("/Marked") if marks is not None else None
    return "/StructTreeRoot" in catalogue and bool(getattr(told, "value", told))


def check_package(content: bytes, kind: str) -> None:
    """Whether an office document is whole, open and free of macros.

    Raises Refused("upload-broken"), Refused("upload-locked") or Refused("upload-macros").
    """
    try:
        with ZipFile(BytesIO(content)) as package:
            entries = package.infolist()
            manifest = _manifest(package)
    except (BadZipFile, RuntimeError, EOFError) as error:
        raise Refused("upload-broken", found=name_of(kind)) from error
    if any(entry.flag_bits & _LOCKED for entry in entries) or b"encryption-data" in manifest:
        raise Refused("upload-locked", found=name_of(kind))
    names = [entry.filename.lower() for entry in entries]
    if any(name.endswith("vbaproject.bin") or name.startswith("basic/") for name in names):
        raise Refused("upload-macros", found=name_of(kind))


def _manifest(package: ZipFile) -> bytes:
    """The list that an OpenDocument file keeps of its parts, where it says that they are locked."""
    name = "META-INF/manifest.xml"
    if name not in package.namelist():
        return b""
    with package.open(name) as listed:
        return listed.read(1_000_000)
