"""A kept file as an answer: the one way in which files leave the site."""

from pathlib import PurePosixPath

from django.db.models.fields.files import FieldFile
from django.http import FileResponse

# A browser may show these by itself; anything else, above all HTML and SVG, could run as a page of ours.
SHOWN = {"application/pdf", "image/png", "image/jpeg", "image/webp"}


def file_answer(file: FieldFile, *, media_type: str, name: str) -> FileResponse:
    """The file as `name` with the ending it is kept under; its kind is the one found when it came."""
    shown = media_type in SHOWN
    full = name + PurePosixPath(file.name or "").suffix
    answer = FileResponse(file.open("rb"), as_attachment=not shown, filename=full)
    answer["Content-Type"] = media_type or "application/octet-stream"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


def private_answer(file: FieldFile, *, media_type: str, name: str) -> FileResponse:
    """The file for one reader, kept by no browser; `name` is the one it came with, whose ending is not believed."""
    answer = file_answer(file, media_type=media_type, name=PurePosixPath(name).stem or "file")
    answer["Cache-Control"] = "private, no-store"
    return answer
