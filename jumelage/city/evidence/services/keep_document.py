"""Keep a document, with its file or only its record."""

from pathlib import Path
from typing import Any

from jumelage.city.evidence.models import Document
from jumelage.city.evidence.rules.languages import languages_of
from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.foundation.uploads.services.keep_upload import keep_upload


def keep_document(
    slug: str,
    values: dict[str, Any],
    *,
    file: Path | bytes | None = None,
    file_name: str = "",
    actor: Any = None,
) -> Document:
    """The document `slug` with `values` (fields of `Document`); None as `file`: the file was not supplied.

    Kind, bytes, pages, text, tags and hash are those found in the file; so are its languages when nobody names them.
    `file_name` is the name it came with.
    Raises what `keep_upload` refuses, or ValidationError.
    """
    if file is not None:
        content, name = (
            (file.read_bytes(), file.name) if isinstance(file, Path) else (file, file_name)
        )
        kept = keep_upload(content, folder="documents", owner=slug, name=name)
        values = {**values, **vars(kept)}
        # Films are not documents.
        del values["seconds"]
        if not _named(slug, values):
            values["languages"] = languages_of(kept.text)
    return keep_record(Document, {"slug": slug}, values, act="evidence.keep-document", actor=actor)


def _named(slug: str, values: dict[str, Any]) -> bool:
    """Whether somebody said in which languages the document is, now or before."""
    if "languages" in values:
        return bool(values["languages"])
    return Document.objects.filter(slug=slug).exclude(languages=[]).exists()
