"""What the explorer shows: filters to choose, those in use, the map's points and the rows."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.city.evidence.queries import said
from jumelage.city.organisations.queries import organisations
from jumelage.city.portfolio.choices import Status, Theme
from jumelage.city.portfolio.queries import Found, country_or_code, found_projects, map_places
from jumelage.city.portfolio.rules.filters import PAGE_ROWS, Filters
from jumelage.foundation.reference.queries import sdg_name

Shown = dict[str, Any]


def explorer_page(request: HttpRequest, filters: Filters) -> Shown:
    """The page of projects that `filters` ask for, with everything around it."""
    found = found_projects(filters, timezone.localdate())
    said(found.projects)
    choices = _choices(found)
    page = Paginator(range(found.total), PAGE_ROWS).page(found.page)
    query = filters.query()
    return {
        "filters": filters,
        "fields": [_field(name, choices[name], filters) for name in choices],
        "chips": _chips(filters, choices),
        "refused": _refused(request, filters),
        "projects": found.projects,
        "page": page,
        "elided": list(page.paginator.get_elided_page_range(found.page)),
        "query": f"{query[1:]}&" if query else "",
        "points": _points(found),
        "countries": list(found.counts["country"]),
        "all_link": {"url": request.path, "label": gettext("See all projects")},
    }


def labels() -> dict[str, str]:
    """The names of the filters."""
    return {
        "q": gettext("Word"),
        "theme": gettext("Theme"),
        "country": gettext("Country"),
        "status": gettext("Status"),
        "partner": gettext("Partner"),
        "sdg": gettext("Goal (SDG)"),
    }


def _choices(found: Found) -> dict[str, dict[str, str]]:
    """What can be chosen for each filter: the codes that some project bears, and the one chosen, in words."""
    chosen = found.filters.chosen
    counts = {
        name: {**codes, **({chosen[name]: 0} if name in chosen else {})}
        for name, codes in found.counts.items()
    }
    partners = organisations().filter(slug__in=list(counts["partner"])).only("slug", "name")
    return {
        "theme": {code: str(Theme(code).label) for code in Theme.values if code in counts["theme"]},
        "country": _by_name({code: country_or_code(code) for code in counts["country"]}),
        "status": {code: str(Status(code).label) for code in Status.values},
        "partner": _by_name({one.slug: str(one.name) for one in partners}),
        "sdg": {code: f"{code}. {sdg_name(code)}" for code in sorted(counts["sdg"], key=int)},
    }


def _by_name(names: dict[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))


def _field(name: str, choices: dict[str, str], filters: Filters) -> Shown:
    chosen = getattr(filters, name)
    options = [
        {"value": code, "label": label, "selected": code == chosen}
        for code, label in choices.items()
    ]
    return {"name": name, "label": labels()[name], "options": options}


def _chips(filters: Filters, choices: dict[str, dict[str, str]]) -> list[Shown]:
    """The filters in use, each with the address without it."""
    said_so = gettext("%(name)s: %(value)s")
    return [
        {
            "label": said_so
            % {"name": labels()[name], "value": choices.get(name, {}).get(value, value)},
            "url": filters.query(**{name: ""}) or "?",
        }
        for name, value in filters.chosen.items()
    ]


def _refused(request: HttpRequest, filters: Filters) -> list[str]:
    """What the address asks for and nobody knows, said kindly."""
    sorry = gettext("We do not know “%(value)s” (%(name)s). This filter is left out.")
    return [
        sorry % {"value": request.GET[name][:80], "name": label}
        for name, label in labels().items()
        if request.GET.get(name, "").strip() and not getattr(filters, name)
    ]


def _points(found: Found) -> list[Shown]:
    """A point per place, leading to the projects of its country."""
    return [
        {
            "name": str(one.name),
            "latitude": one.latitude,
            "longitude": one.longitude,
            "count": one.project_count,
            "href": found.filters.query(country=one.country),
        }
        for one in map_places(found.counts["place"])
    ]
