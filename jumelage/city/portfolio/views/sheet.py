"""A project as the data of its PDF sheet; every statement bears the numbers of its sources."""

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext

from jumelage.city.evidence.choices import Standing
from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.queries import Numbers, notes, numbers_of, sheet_frame, standing_of
from jumelage.city.portfolio.choices import Status, Theme
from jumelage.city.portfolio.models import Beneficiaries, Project
from jumelage.city.portfolio.queries import country_or_code
from jumelage.city.portfolio.views.pages import project_page
from jumelage.foundation.kernel.templatetags.words import period
from jumelage.foundation.reference.queries import sdg_name, sector_name

Data = dict[str, Any]


def sheet_of(project: Project, *, city: str) -> Data:
    """What `design/pdf/sheet.typ` reads, in the reader's language."""
    page = project_page(project)
    numbers = numbers_of(page["sources"])
    path = reverse("project", args=[project.slug])
    return {
        "city": city,
        "title": str(project.title),
        "kicker": f"{gettext('Project')}, {country_or_code(project.country)}",
        "summary": str(project.summary),
        "notices": _notices(project.said.get("existence")),
        "facts": _facts(project, page, numbers),
        "sections": _sections(project, page, numbers),
        **sheet_frame(page["sources"], path=path, changed=page["changed"]),
    }


def _notices(claim: Claim | None) -> list[str]:
    """Who says that the project exists, when the city itself does not state it."""
    words = {
        Standing.ACCORDING: gettext("According to %(publisher)s"),
        Standing.ANNOUNCED: gettext("Announced by %(publisher)s, not a decision of the City"),
    }
    piece, standing = claim.piece if claim else None, standing_of(claim)
    if piece is None or standing not in words:
        return []
    return [words[standing] % {"publisher": piece.source.publisher}]


def _facts(project: Project, page: Data, numbers: Numbers) -> list[Data]:
    unknown = page["unknown"]
    places = ", ".join(
        [*(str(place.name) for place in page["places"]), country_or_code(project.country)]
    )
    goals = "; ".join(f"{number}. {sdg_name(str(number))}" for number in project.sdgs)
    sectors = "; ".join(f"{code} {sector_name(code)}" for code in project.sectors)
    themes = ", ".join(str(Theme(code).label) for code in project.themes)
    rows = [
        (gettext("When"), period(project) or unknown, "period"),
        (gettext("Status"), str(Status(project.current or Status.UNKNOWN).label), ""),
        (gettext("Where"), places, "places"),
        (gettext("Partnership"), str(project.partnership or ""), ""),
        (gettext("Themes"), themes, "themes"),
        (gettext("Goals (SDG)"), goals, "sdgs"),
        (gettext("Sector (OECD DAC)"), sectors, "sectors"),
    ]
    return [
        {"label": label, "value": value, "notes": notes(numbers, project.said.get(about))}
        for label, value, about in rows
        if value
    ]


def _sections(project: Project, page: Data, numbers: Numbers) -> list[Data]:
    aims = [part for part in str(project.aims).split("\n\n") if part]
    people = [_people(group, page["unknown"], numbers) for group in page["groups"]]
    steps = [_item(_step(step), step.said.get("existence"), numbers) for step in page["milestones"]]
    partners = [
        _item(
            f"{one.organisation.name} – {one.get_role_display()}",
            one.said.get("existence"),
            numbers,
        )
        for one in page["participations"]
    ]
    nobody = gettext("Our sources do not say how many people this project is for.")
    sections: list[Data] = [
        {"title": gettext("What it aims at"), "paragraphs": aims, "items": []},
        {
            "title": gettext("For whom"),
            "paragraphs": [] if people else [nobody],
            "items": people,
        },
        {"title": gettext("Steps"), "paragraphs": [], "items": steps},
        {"title": gettext("With whom"), "paragraphs": [], "items": partners},
    ]
    return [section for section in sections if section["paragraphs"] or section["items"]]


def _item(text: str, claim: Claim | None, numbers: Numbers) -> Data:
    return {"text": text, "notes": notes(numbers, claim)}


def _people(group: Beneficiaries, unknown: str, numbers: Numbers) -> Data:
    unknown = unknown[:1].lower() + unknown[1:]
    announced = unknown if group.announced is None else str(group.announced)
    reached = unknown if group.reached is None else str(group.reached)
    text = gettext("%(group)s: announced %(announced)s, reached %(reached)s")
    claims = [group.said.get(about) for about in ("existence", "announced", "reached")]
    return {
        "text": text % {"group": group.group, "announced": announced, "reached": reached},
        "notes": notes(numbers, *claims),
    }


def _step(step: Any) -> str:
    states = {True: gettext("done"), False: gettext("to do"), None: gettext("not known if done")}
    date = f"{step.date.in_words(get_language() or 'fr')} – " if step.date else ""
    return f"{date}{step.title} ({states[step.done]})"
