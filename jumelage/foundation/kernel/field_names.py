"""How people name the fields of records, in forms, histories and refusals: here those that several rooms have."""

from typing import Any

from django.utils.translation import gettext_lazy as _

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
