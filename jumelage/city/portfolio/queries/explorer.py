"""The explorer: one page of the projects that were asked for, and how many there are of each kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, OrderBy, Q, QuerySet

from jumelage.city.portfolio.choices import FacetKind, Status, Theme
from jumelage.city.portfolio.models import Facet, Project
from jumelage.city.portfolio.queries.projects import projects, shown
from jumelage.city.portfolio.rules.filters import PAGE_ROWS, Filters, pages_of, read_filters

Counts = dict[str, dict[str, int]]
_FACETS = (FacetKind.THEME, FacetKind.COUNTRY, FacetKind.PARTNER, FacetKind.SDG)
_ORDERS: dict[str, tuple[str | OrderBy, str]] = {
    "": ("order", "slug"),
    "newest": (F("start").desc(nulls_last=True), "slug"),
    "oldest": (F("start").asc(nulls_last=True), "slug"),
}


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
    """The page of projects that `filters` ask for on `today`; a page beyond the last is the last. 5 queries."""
    counts = _facet_counts(filters, today)
    counts["status"] = _status_counts(filters, today)
    statuses = counts["status"]
    total = statuses[filters.status] if filters.status else sum(statuses.values())
    pages = pages_of(total)
    page = min(filters.page, pages)
    first = (page - 1) * PAGE_ROWS
    order = _ORDERS[filters.sort]
    # Which rows first, from an index alone, then their texts: a late page costs what the first one does.
    numbers = _matching(filters, today).order_by(*order).values("pk")[first : first + PAGE_ROWS]
    rows = (
        projects()
        .filter(pk__in=numbers)
        .defer("folded", "aims", "partnership__summary", "partnership__context")
        .order_by(*order)
    )
    return Found(filters, shown(rows, today), total, page, pages, counts)


def _matching(filters: Filters, today: date, without: str = "") -> QuerySet[Project]:
    """The projects that `filters` ask for, but for the filter named `without`."""
    rows = Project.objects.filter(_own(filters, today, without))
    for held in _held(filters, without):
        rows = rows.filter(pk__in=held)
    return rows


def _own(filters: Filters, today: date, without: str) -> Q:
    """What is asked of the project's own columns."""
    wanted = Q(published=True)
    for word in filters.words:
        wanted &= Q(folded__contains=word)
    if filters.status and without != "status":
        wanted &= _statuses(today)[filters.status]
    return wanted


def _held(filters: Filters, without: str) -> list[QuerySet[Facet, int]]:
    """For each facet that is asked for, the numbers of the projects that have it."""
    return [
        Facet.objects.filter(kind=kind, code=code).order_by().values_list("project", flat=True)
        for kind in _FACETS
        if (code := getattr(filters, kind)) and kind != without
    ]


def _statuses(today: date) -> dict[str, Q]:
    """For each status, which rows have it on `today`: `rules/status.py` in the database's words.

    Dates are ISO texts: "2023" and "2023-06" come before "2023-06-15" in order, but have not passed on that day.
    """
    day = today.isoformat()
    passed = Q(end__lt=day) & ~Q(end__in=[day[:4], day[:7]])
    ahead = Q(start__gt=day)
    follows = {
        Status.ENDED: Q(end__isnull=False) & passed,
        Status.PLANNED: (Q(end__isnull=True) | ~passed) & Q(start__isnull=False) & ahead,
        Status.ONGOING: Q(end__isnull=False) & ~passed & (Q(start__isnull=True) | ~ahead),
        Status.UNKNOWN: Q(end__isnull=True) & (Q(start__isnull=True) | ~ahead),
    }
    return {code: Q(status=code) | Q(status="") & rows for code, rows in follows.items()}


def _status_counts(filters: Filters, today: date) -> dict[str, int]:
    rows = _matching(filters, today, without="status").order_by()
    counted = {f"n_{code}": Count("pk", filter=of) for code, of in _statuses(today).items()}
    found = rows.aggregate(**counted)
    return {str(code): found[f"n_{code}"] for code in Status.values}


def _facet_counts(filters: Filters, today: date) -> Counts:
    """One query: the kinds that are not filtered by are counted together, each other one by itself."""
    used = [kind for kind in _FACETS if getattr(filters, kind)]
    rows = _counted(Facet.objects.exclude(kind__in=used), filters, today, "")
    apart = [_counted(Facet.objects.filter(kind=kind), filters, today, kind) for kind in used]
    counts: Counts = {kind: {} for kind in FacetKind.values}
    for kind, code, number in rows.union(*apart, all=True) if apart else rows:
        counts[kind][code] = number
    return counts


def _counted(
    facets: QuerySet[Facet], filters: Filters, today: date, without: str
) -> QuerySet[Facet, tuple[str, str, int]]:
    # Facets are those of published projects only: without a filter, no other table is read.
    chosen = _held(filters, without)
    if not chosen:
        # The sum keeps the database reading facets in the order in which they are counted: for the many projects
        # that a word or a status leaves, looking them up one by one and sorting takes twice as long.
        facets = facets.alias(of=F("project_id") + 0)
    spot = "project__in" if chosen else "of__in"
    if filters.words or filters.status:
        own = Project.objects.filter(_own(filters, today, without))
        facets = facets.filter(**{spot: own.values("pk")})
    for held in chosen:
        facets = facets.filter(project__in=held)
    return facets.order_by().values_list("kind", "code").annotate(number=Count("pk"))
