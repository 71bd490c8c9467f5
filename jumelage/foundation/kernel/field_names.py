"""How people name the fields of records, in forms, histories and refusals: here those that several rooms have."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import worded

NAMES: dict[str, Any] = {
    "about": _("About"),
    "acronym": _("Acronym"),
    "address": _("Address of the page"),
    "amount_cents": _("Amount"),
    "body": _("Body"),
    "channel": _("Means of contact"),
    "country": _("Country"),
    "date": _("Date"),
    "decision": _("Decision"),
    "description": _("Description"),
    "document": _("Document"),
    "documents": _("Documents"),
    "done": _("Done"),
    "end": _("End"),
    "ends_at": _("Ends at (hour)"),
    "file": _("File"),
    "form": _("Money or goods"),
    "kind": _("Kind"),
    "language": _("Language"),
    "languages": _("Languages"),
    "latitude": _("Latitude (degrees)"),
    "longitude": _("Longitude (degrees)"),
    "name": _("Name"),
    "note": _("Note"),
    "number": _("Number"),
    "order": _("Place in the list"),
    "organisation": _("Organisation"),
    "outcome": _("Outcome"),
    "partners": _("Partners"),
    "person": _("Person"),
    "public": _("Shown to visitors"),
    "published": _("Published"),
    "reason": _("Reason"),
    "role": _("Role"),
    "slug": _("Short name in addresses"),
    "start": _("Start"),
    "starts_at": _("Starts at (hour)"),
    "status": _("Status"),
    "subject": _("Subject"),
    "summary": _("Summary"),
    "text": _("Text"),
    "title": _("Title"),
    "town": _("Town"),
    "until": _("Until"),
    "value": _("Value"),
    "website": _("Website"),
    "year": _("Year"),
}


def field_name(code: str) -> str:
    """The name of a field: the house's, or that of a room (`FIELDS` in its phrases); an unnamed code as it is."""
    return str(NAMES.get(code) or worded("FIELDS").get(code, code.replace("_", " ")))


class MissingTexts(tuple[tuple[str, str], ...]):
    """Fields (codes) and the language that each lacks, in words when shown: “Title (Nederlands)”."""

    __slots__ = ()

    def __str__(self) -> str:
        names = dict(settings.LANGUAGES)
        return ", ".join(f"{field_name(code)} ({names[language]})" for code, language in self)


def check_texts(texts: Mapping[str, Mapping[str, str]], *, required: Sequence[str]) -> None:
    """Accept a notice whose `texts` (by field) are all written in the `required` languages.

    Raises Refused("texts-missing"), which names the fields.
    """
    missing = MissingTexts(
        (code, language)
        for code, text in texts.items()
        for language in required
        if not text.get(language)
    )
    if missing:
        raise Refused("texts-missing", fields=missing)
