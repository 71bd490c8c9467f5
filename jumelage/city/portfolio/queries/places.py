"""Questions about places, for the map."""

from collections.abc import Mapping

from django.db.models import Count, Q, QuerySet

from jumelage.city.portfolio.choices import FacetKind
from jumelage.city.portfolio.models import Facet, Place
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.reference.queries import country_name


def known_places() -> QuerySet[Place]:
    """Every place, with the one it lies in."""
    return Place.objects.select_related("parent")


def country_or_code(code: str) -> str:
    """The country's name in the reader's language; the code itself when no list knows it."""
    try:
        return country_name(code)
    except Refused:
        return code


def map_places(found: Mapping[str, int] | None = None) -> list[Place]:
    """Where visitors may see projects or partnerships, each place with `project_count` and `partnership_count`;
    places whose coordinates are unknown are left out. At most 2 queries.

    `found` are numbers of projects by slug of place (`Found.counts["place"]`): then only the places of these.
    """
    numbers = dict(found) if found is not None else _all_numbers()
    wanted = Q(slug__in=list(numbers))
    if found is None:
        wanted |= Q(partnership_count__gt=0)
    rows: list[Place] = list(
        known_places()
        .filter(latitude__isnull=False, longitude__isnull=False)
        .annotate(partnership_count=Count("partnerships", filter=Q(partnerships__published=True)))
        .filter(wanted)
        .order_by("slug")
    )
    for row in rows:
        row.project_count = numbers.get(row.slug, 0)
    return rows


def _all_numbers() -> dict[str, int]:
    facets = Facet.objects.filter(kind=FacetKind.PLACE).order_by()
    return dict(facets.values_list("code").annotate(number=Count("pk")))
