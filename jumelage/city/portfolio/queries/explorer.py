"""The explorer: one page of the projects that were asked for, and how many there are of each kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jumelage.city.portfolio.choices import FacetKind, Status, Theme
from jumelage.city.portfolio.models import Project
from jumelage.city.portfolio.queries.index import Bits, index_of
from jumelage.city.portfolio.queries.projects import projects, shown
from jumelage.city.portfolio.rules.filters import PAGE_ROWS, Filters, pages_of, read_filters
from jumelage.foundation.audit.queries import publication_stamp

Counts = dict[str, dict[str, int]]
_FILTERS = (FacetKind.THEME, FacetKind.COUNTRY, FacetKind.PARTNER, FacetKind.SDG, "status")


@dataclass(frozen=True)
class Found:
    """One page of projects, each with its status as `current`; `total` counts the projects of all `pages`.

    `counts` tells, by kind ("theme", "country", "partner", "sdg", "place", "status") and code, how many projects
    a visitor would find by choosing it instead, the other filters staying.
    """

    filters: Filters
    projects: list[Project]
    total: int
    page: int
    pages: int
    counts: Counts


def filters_from(parameters: Mapping[str, str]) -> Filters:
    """The filters that the parameters of an address ask for; what is not known is left out."""
    return read_filters(parameters, themes=Theme.values, statuses=Status.values)


def found_projects(filters: Filters, today: date) -> Found:
    """The page of projects that `filters` ask for on `today`; a page beyond the last is the last.

    3 queries; at most 4 more after a public change.
    """
    index = index_of(publication_stamp(), today)
    worded = index.worded(filters.words)
    chosen = {
        kind: index.held[kind].get(code, 0) for kind in _FILTERS if (code := getattr(filters, kind))
    }
    found = _matching(worded, chosen)
    total = found.bit_count()
    pages = pages_of(total)
    page = min(filters.page, pages)
    numbers = index.page(found, sort=filters.sort, first=(page - 1) * PAGE_ROWS, rows=PAGE_ROWS)
    return Found(
        filters,
        shown(_rows(numbers), today),
        total=total,
        page=page,
        pages=pages,
        counts={
            kind: _counted(codes, _matching(worded, chosen, without=kind))
            for kind, codes in index.held.items()
        },
    )


def _matching(worded: Bits, chosen: Mapping[str, Bits], without: str = "") -> Bits:
    """The projects that have the words and all that is chosen, but for the filter named `without`."""
    for kind, held in chosen.items():
        if kind != without:
            worded &= held
    return worded


def _counted(codes: Mapping[str, Bits], among: Bits) -> dict[str, int]:
    """How many have each code, those that nobody has left out."""
    return {code: number for code, held in codes.items() if (number := (held & among).bit_count())}


def _rows(numbers: list[int]) -> list[Project]:
    """The projects of these numbers, in this order."""
    unread = ("folded", "aims", "partnership__summary", "partnership__context")
    return sorted(
        projects().filter(pk__in=numbers).defer(*unread).order_by(),
        key=lambda project: numbers.index(project.pk),
    )
