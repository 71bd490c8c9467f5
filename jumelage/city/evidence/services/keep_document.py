"""Keep a document, with its file or only its record."""

from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from jumelage.city.evidence.models import Document
from jumelage.city.evidence.rules.files import EXTENSIONS, file_facts
from jumelage.foundation.audit.services.keep_record import keep_record


def keep_document(
    slug: str, values: dict[str, Any], *, file: Path | bytes | None = None, actor: Any = None
) -> Document:
    """The document `slug` with `values` (fields of `Document`); None as `file`: the file was not supplied.

    Kind, bytes, pages, text and hash are those found in the file. Raises Refused("document-kind-unknown"),
    Refused("document-unreadable"), Refused("document-locked") or ValidationError.
    """
    if file is not None:
        content = file.read_bytes() if isinstance(file, Path) else file
        values = {**values, **_found_in(slug, content)}
    return keep_record(Document, {"slug": slug}, values, act="evidence.keep-document", actor=actor)


def _found_in(slug: str, content: bytes) -> dict[str, Any]:
    facts = file_facts(content)
    digest = sha256(content).hexdigest()
    # The name holds the content's hash: the same file is stored once, another never overwrites it.
    name = f"documents/{slug}-{digest[:12]}.{EXTENSIONS[facts.media_type]}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(content))
    return {
        "file": name,
        "media_type": facts.media_type,
        "size_bytes": len(content),
        "pages": facts.pages,
        "text": facts.text,
        "sha256": digest,
    }
