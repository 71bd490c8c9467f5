"""Partnerships and projects in short: cards, rows and tags. Records bear their claims (`evidence.queries.said`)."""

from typing import Any

from django import template
from django.template.defaultfilters import capfirst
from django.urls import reverse
from django.utils.translation import gettext

from jumelage.city.evidence.choices import Standing
from jumelage.city.evidence.queries import standing_of
from jumelage.city.portfolio.choices import Status
from jumelage.city.portfolio.models import Partnership, Project
from jumelage.city.portfolio.queries import country_or_code
from jumelage.foundation.kernel.templatetags.words import period

register = template.Library()
Shown = dict[str, Any]
TONES = {Status.PLANNED: "accent", Status.ONGOING: "ok", Status.ENDED: "plain"}


@register.inclusion_tag("components/card-partnership.html")
def partnership_card(partnership: Partnership, city: str = "") -> Shown:
    """Draw a partnership between `city` and its first place."""
    places, where = list(partnership.places.all()), country_or_code(partnership.country)
    facts = [
        {"label": gettext("Country"), "value": where},
        {"label": gettext("When"), "value": period(partnership) or gettext("Not known")},
    ]
    return {
        "city": city,
        "url": reverse("partnership", args=[partnership.slug]),
        "title": partnership.title.marked,
        "text": partnership.summary.marked,
        "place": places[0].name.marked if places else where,
        "facts": facts,
        "tag": _standing(partnership) or _status(partnership),
    }


@register.inclusion_tag("components/card-project.html")
def project_row(project: Project, *, where: bool = True) -> Shown:
    """Draw a project as one row of a list, with its places when `where`."""
    names = [str(place.name) for place in project.places.all()] if where else []
    return {
        "url": reverse("project", args=[project.slug]),
        "title": project.title.marked,
        "text": project.summary.marked,
        "place": ", ".join([*names, country_or_code(project.country)]),
        "period": period(project),
        "tags": [tag for tag in (_status(project), _standing(project)) if tag],
    }


@register.inclusion_tag("portfolio/public/parts/status.html")
def status(record: Partnership | Project) -> Shown:
    """Draw where the record stands, when somebody can tell."""
    return {"tag": _status(record)}


def _status(record: Partnership | Project) -> Shown | None:
    current = Status(record.current or Status.UNKNOWN)
    if current == Status.UNKNOWN:
        return None
    return {"label": current.label, "tone": TONES[current]}


def _standing(record: Partnership | Project) -> Shown | None:
    """A warning that the city itself does not state this; None when it does."""
    standing = standing_of(record.said.get("existence"))
    if standing is None or standing == Standing.FACT:
        return None
    return {"label": capfirst(str(standing.label)), "tone": standing.value}
