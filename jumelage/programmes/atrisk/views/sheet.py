"""A person at risk as the data of the PDF sheet; every statement bears the numbers of its sources."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.queries import Numbers, notes, numbers_of, sheet_frame
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.templatetags.words import period
from jumelage.foundation.reference.queries import country_name
from jumelage.programmes.atrisk.phrases import CONTRADICTIONS, dated

Data = dict[str, Any]


def sheet_of(page: Data, *, city: str) -> Data:
    """What `design/pdf/sheet.typ` reads of a person's page, in the reader's language."""
    person = page["person"]
    numbers = numbers_of(page["sources"])
    path = reverse("person-at-risk", args=[person.slug])
    return {
        "city": city,
        "title": person.name,
        "kicker": f"{gettext('Person at risk')}, {country_name(person.country)}",
        "summary": str(person.who),
        "notices": _notices(page),
        "facts": _facts(person, page, numbers),
        "sections": _sections(page, numbers),
        **sheet_frame(page["sources"], path=path, changed=page["changed"]),
    }


def _notices(page: Data) -> list[str]:
    found = [
        f"{CONTRADICTIONS[one.code]} {one.first.title} / {one.second.title}"
        for one in page["conflicts"]
    ]
    if page["old"]:
        found.append(
            gettext("Nobody of ours looked for more than 180 days: this may have changed.")
        )
    return found


def _facts(person: Any, page: Data, numbers: Numbers) -> list[Data]:
    unknown, check, adoption = page["unknown"], page["check"], person.adoption
    status_claim = check.said.get("existence") if check else None
    checked = _day(person.checked_on) if person.checked_on else unknown
    if check and check.stored_copy:
        checked = f"{checked}, {gettext('in a stored copy')}"
    rows = [
        (gettext("Status"), person.get_status_display(), status_claim),
        (gettext("Known as of"), dated(person.status_date, person.status_until), None),
        (gettext("Sources read on"), checked, None),
        (
            gettext("Also written"),
            ", ".join(person.name_variants),
            person.said.get("name_variants"),
        ),
        (
            gettext("Adopted by the City"),
            dated(adoption.date, None) if adoption else "",
            adoption.said.get("existence") if adoption else None,
        ),
    ]
    return [
        {"label": label, "value": value, "notes": notes(numbers, claim)}
        for label, value, claim in rows
        if value
    ]


def _sections(page: Data, numbers: Numbers) -> list[Data]:
    person = page["person"]
    story = [part for part in str(person.summary).split("\n\n") if part]
    events = [_event(event, numbers) for event in page["events"]]
    bound = [_restriction(one, over=over, numbers=numbers) for one, over in page["restrictions"]]
    sections: list[Data] = [
        {"title": gettext("Why the person is in danger"), "paragraphs": story, "items": []},
        {"title": gettext("What still binds the person"), "paragraphs": [], "items": bound},
        {"title": gettext("What happened"), "paragraphs": [], "items": events},
    ]
    return [section for section in sections if section["paragraphs"] or section["items"]]


def _event(event: Any, numbers: Numbers) -> Data:
    """The event; and, where the sources contradict each other, what each of them says."""
    date = dated(event.date, event.until) or gettext("Date not known")
    claim: Claim | None = event.said.get("existence")
    text = f"{date} – {event.title}"
    if event.disputed and claim:
        told = "; ".join(f"{piece.source.publisher}, {piece.value}" for piece in claim.pieces)
        text = f"{text} ({told})"
    return {"text": text, "notes": notes(numbers, claim)}


def _restriction(restriction: Any, *, over: bool, numbers: Numbers) -> Data:
    text, time = str(restriction.text), period(restriction)
    if time:
        text = f"{text.removesuffix('.')}, {time}"
    if over:
        text = f"{text.removesuffix('.')} ({gettext('term ended')})"
    return {"text": text, "notes": notes(numbers, restriction.said.get("existence"))}


def _day(day: Any) -> str:
    return dated(PartialDate(day.year, day.month, day.day), None)
