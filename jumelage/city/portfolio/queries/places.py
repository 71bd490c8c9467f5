"""Questions about places, for the map."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

from jumelage.city.portfolio.choices import FacetKind
from jumelage.city.portfolio.models import Facet, Place


@dataclass(frozen=True)
class MapPlace:
    """A place whose coordinates are known, and how many projects and partnerships visitors may see there."""

    place: Place
    projects: int
    partnerships: int


def map_places(found: Mapping[str, int] | None = None) -> list[MapPlace]:
    """Where there are projects or partnerships to see, by slug: at most 2 queries.

    `found` are numbers of projects by slug of place (`Found.counts["place"]`): then only the places of these.
    """
    numbers = dict(found) if found is not None else _all_numbers()
    known = Place.objects.filter(latitude__isnull=False, longitude__isnull=False)
    rows = known.select_related("parent").annotate(
        number=Count("partnerships", filter=Q(partnerships__published=True))
    )
    wanted = Q(slug__in=list(numbers))
    if found is None:
        wanted |= Q(number__gt=0)
    return [MapPlace(row, numbers.get(row.slug, 0), row.number) for row in rows.filter(wanted)]


def _all_numbers() -> dict[str, int]:
    facets = Facet.objects.filter(kind=FacetKind.PLACE).order_by()
    return dict(facets.values_list("code").annotate(number=Count("pk")))
