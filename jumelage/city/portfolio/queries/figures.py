"""The programme in figures, each counted from the rows that it opens onto."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F

from jumelage.city.portfolio.choices import FacetKind
from jumelage.city.portfolio.models import Beneficiaries, Facet, Partnership

_GROUPS = 6


@dataclass(frozen=True)
class KeyFigures:
    """Numbers of published partnerships, projects and of their countries; `groups` are beneficiaries with a known
    number, never added up: two groups may share people.
    """

    partnerships: int
    projects: int
    countries: int
    groups: list[Beneficiaries]


def key_figures(partnerships: Sequence[Partnership]) -> KeyFigures:
    """The figures of a programme with these published partnerships; at most six groups, the largest announced number
    first. 2 queries.
    """
    of_projects = dict(
        Facet.objects.filter(kind=FacetKind.COUNTRY)
        .order_by()
        .values_list("code")
        .annotate(number=Count("pk"))
    )
    groups = (
        Beneficiaries.objects.filter(project__published=True, announced__isnull=False)
        .select_related("project")
        .order_by(F("announced").desc(), "pk")
    )
    return KeyFigures(
        partnerships=len(partnerships),
        projects=sum(of_projects.values()),
        countries=len({*(one.country for one in partnerships), *of_projects}),
        groups=list(groups[:_GROUPS]),
    )
