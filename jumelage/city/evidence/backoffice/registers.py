"""Sources and documents, as plain registers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.city.evidence.choices import Act
from jumelage.city.evidence.models import Document, Source
from jumelage.city.evidence.services.keep_document import keep_document
from jumelage.city.evidence.services.keep_source import keep_source
from jumelage.foundation.kernel.register import Register


def _keep_document(slug: str, values: dict[str, Any], *, actor: Any) -> Document:
    """A form without a new file leaves the one that is there."""
    sent = values.pop("file", None)
    content = sent.read() if hasattr(sent, "read") and hasattr(sent, "content_type") else None
    name = getattr(sent, "name", "") if content is not None else ""
    return keep_document(slug, values, file=content, file_name=name, actor=actor)


def _remarks(document: Document) -> list[Any]:
    """What would keep readers from the document."""
    found = []
    if document.tagged is False:
        found.append(
            _(
                "This PDF has no structure: screen readers may not follow it. Save it again as a tagged PDF (in a word"
                " processor: “Tagged PDF” or “PDF/UA”), and send that file."
            )
        )
    if document.file and document.text and not document.languages:
        found.append(
            _("No language was found in the text of this document. Say in which languages it is.")
        )
    return found


def _file() -> forms.Field:
    hint = _("PDF, image, text or office document. Leave empty to keep the file that is there.")
    return forms.FileField(label=_("File"), required=False, help_text=hint)


REGISTERS = [
    Register(
        model=Source,
        one=_("a source"),
        many=_("Sources"),
        keep=keep_source,
        act=Act.KEEP,
        fields=(
            *("title", "publisher", "voice", "address", "language", "date"),
            *("read_on", "received_on", "document", "note"),
        ),
        columns=("title", "publisher", "voice", "date", "read_on"),
        search=("slug", "title", "publisher", "address"),
        filters=("voice",),
        icon="link",
        order=80,
    ),
    Register(
        model=Document,
        one=_("a document"),
        many=_("Documents"),
        keep=_keep_document,
        act=Act.KEEP,
        fields=("title", "languages", "date", "file", "published"),
        columns=("title", "date", "media_type", "pages", "published"),
        search=("slug", "title"),
        filters=("published",),
        inputs={"file": _file},
        remarks=_remarks,
        icon="doc-full",
        order=90,
    ),
]
