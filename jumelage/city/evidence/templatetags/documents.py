"""One line per document, on every page that lists some."""

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext

from jumelage.city.evidence.models import Document
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.templatetags.words import file_size
from jumelage.foundation.reference.queries import language_name

register = template.Library()
KINDS = {
    "application/pdf": "PDF",
    "application/vnd.oasis.opendocument.text": "ODT",
    "application/vnd.oasis.opendocument.spreadsheet": "ODS",
    "application/msword": "DOC",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "text/plain": "TXT",
    "text/csv": "CSV",
}


@register.inclusion_tag("components/document.html", takes_context=True)
def document_line(context: Context, document: Document) -> dict[str, Any]:
    """Its title, leading to the file when there is one, with kind, size, pages, languages and date."""
    identity = context.get("identity")
    reachable = identity and "contact" not in identity.missing_pages
    url = reverse("document-file", args=[document.slug]) if document.file else ""
    lang = document.title.language
    return {
        "url": url,
        "title": document.title,
        "lang": "" if lang == get_language() else lang,
        "details": details(document),
        "untagged": document.tagged is False,
        "contact": reverse("contact") if reachable else "",
    }


def details(document: Document) -> list[str]:
    """What is known of the document, in the reader's words; unknown is left out, a missing file is said."""
    found = [] if document.file else [gettext("file not supplied")]
    if document.media_type:
        found.append(KINDS.get(document.media_type, document.media_type))
    if document.size_bytes is not None:
        found.append(file_size(document.size_bytes))
    if document.pages is not None:
        found.append(ngettext("%d page", "%d pages", document.pages) % document.pages)
    found += [_language(code) for code in document.languages]
    if document.date:
        found.append(document.date.in_words(get_language() or "fr"))
    return found


def _language(code: str) -> str:
    try:
        return language_name(code)
    except Refused:
        return code
