"""How people name the fields of records, in forms, histories and refusals."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import worded

NAMES: dict[str, Any] = {
    "about": _("About"),
    "accessibility": _("Accessibility"),
    "acronym": _("Acronym"),
    "address": _("Address of the page"),
    "address_public": _("Address shown to visitors"),
    "agreements": _("Agreements and steps"),
    "aims": _("Aims"),
    "amount_cents": _("Amount"),
    "announced": _("Number announced"),
    "area_km2": _("Area (km²)"),
    "asked": _("What was asked"),
    "asked_by": _("Who asked"),
    "asked_cents": _("Amount asked for"),
    "axes": _("Lines of action"),
    "beneficiaries": _("For whom"),
    "body": _("Body"),
    "category": _("Category"),
    "channel": _("Means of contact"),
    "contacts": _("Contacts"),
    "context": _("Context"),
    "countries": _("Countries"),
    "country": _("Country"),
    "crisis": _("Crisis"),
    "date": _("Date"),
    "decision": _("Decision"),
    "declared_countries": _("Number of countries declared"),
    "description": _("Description"),
    "directions": _("Where it is"),
    "document": _("Document"),
    "documents": _("Documents"),
    "done": _("Done"),
    "edition": _("Edition"),
    "end": _("End"),
    "ends_at": _("Ends at (hour)"),
    "file": _("File"),
    "focal_point": _("Focal point"),
    "follow_up": _("What became of it"),
    "follow_up_reason": _("Reason of the College"),
    "followed_up_on": _("Date of the answer"),
    "form": _("Money or goods"),
    "from_fund": _("From the emergency fund"),
    "glides": _("GLIDE numbers"),
    "goods": _("Goods"),
    "group": _("Group"),
    "hazard": _("What it is"),
    "held_on": _("Day of the sitting"),
    "identifiers": _("Register numbers"),
    "intro": _("Introduction"),
    "kind": _("Kind"),
    "kinds": _("Kinds of activities"),
    "language": _("Language"),
    "languages": _("Languages"),
    "latitude": _("Latitude (degrees)"),
    "links": _("Calls, projects or themes"),
    "longitude": _("Longitude (degrees)"),
    "majority": _("What the majority says"),
    "milestones": _("Milestones"),
    "minority": _("What the minority says"),
    "name": _("Name"),
    "note": _("Note"),
    "number": _("Number"),
    "occurrences": _("When and where"),
    "order": _("Place in the list"),
    "organisation": _("Organisation"),
    "organisers": _("Organisers"),
    "outcome": _("Outcome"),
    "parent": _("Part of"),
    "part": _("What it does"),
    "participations": _("Who takes part"),
    "partners": _("Partners"),
    "partnership": _("Partnership"),
    "person": _("Person"),
    "places": _("Places"),
    "positions": _("Functions"),
    "principles": _("Principles"),
    "principles_note": _("On the principles"),
    "programme_note": _("On the programme"),
    "proposed_by": _("Proposed by"),
    "public": _("Shown to visitors"),
    "published": _("Published"),
    "publisher": _("Publisher"),
    "quantity": _("Quantity"),
    "reached": _("Number reached"),
    "read_on": _("Read on"),
    "reason": _("Reason"),
    "received_on": _("Received on"),
    "registration": _("How to register"),
    "registration_url": _("Address to register (external)"),
    "role": _("Role"),
    "scheme": _("Register"),
    "sdgs": _("Sustainable development goals"),
    "sectors": _("Sectors (DAC codes)"),
    "sitting": _("Sitting"),
    "slug": _("Short name in addresses"),
    "stage": _("Stage"),
    "start": _("Start"),
    "starts_at": _("Starts at (hour)"),
    "status": _("Status"),
    "subject": _("Subject"),
    "summary": _("Summary"),
    "text": _("Text"),
    "theme": _("Theme"),
    "themes": _("Themes"),
    "title": _("Title"),
    "town": _("Town"),
    "unit": _("Unit"),
    "until": _("Until"),
    "value": _("Value"),
    "value_basis": _("How the value was estimated"),
    "value_cents": _("Estimated value of the goods"),
    "venue": _("Venue"),
    "voice": _("Who speaks"),
    "voting": _("With a vote"),
    "website": _("Website"),
    "with_whom": _("With whom"),
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
