"""Rows as a file that people open in their spreadsheet.

Source: RFC 4180 (CSV); OASIS OpenDocument 1.3, part 2 (the first file of the package) and part 3 (tables);
OWASP, "CSV Injection" (a cell that begins like a formula is text all the same).
"""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.writer.excel import save_workbook

Rows = Iterable[Sequence[str]]

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# The wide ones too: where Chinese or Japanese is set, they begin a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# What XML cannot hold: one such sign in one title, and nobody could open the file.
_UNWRITABLE = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' office:version="1.3"'
)


def file_of(kind: str, rows: Rows, *, title: str) -> bytes:
    """The rows, the heads first, as a "csv", "ods" or "xlsx" file whose sheet is named `title`."""
    return {"csv": _csv, "ods": _ods, "xlsx": _xlsx}[kind](rows, title)


def _csv(rows: Rows, _title: str) -> bytes:
    text = StringIO(newline="")
    sheet = csv.writer(text)
    for row in rows:
        sheet.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    # The mark tells Excel that the letters are UTF-8.
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: Rows, title: str) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_name(title))
    for row in rows:
        sheet.append([_text_cell(sheet, cell) for cell in row])
    file = BytesIO()
    save_workbook(book, file)
    return file.getvalue()


def _text_cell(sheet: object, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=text.translate(_UNWRITABLE)[:32_767])
    # Said again: a text that begins with "=" would be taken for a formula.
    cell.data_type = "s"
    return cell


def _ods(rows: Rows, title: str) -> bytes:
    body = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
    )
    name = escape(_sheet_name(title), {'"': "&quot;"})
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}><office:body>'
        f'<office:spreadsheet><table:table table:name="{name}">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MEDIA_TYPES["ods"]}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", MEDIA_TYPES["ods"], ZIP_STORED)
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr("content.xml", content)
    return file.getvalue()


def _ods_cell(text: str) -> str:
    lines = escape(text.translate(_UNWRITABLE)).split("\n")
    said = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return f'<table:table-cell office:value-type="string">{said}</table:table-cell>'


def _sheet_name(title: str) -> str:
    return "".join(" " if letter in r"[]:*?/\\" else letter for letter in title)[:31] or "1"
