"""The fund and the crises that visitors may see."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from jumelage.city.evidence.queries import documents
from jumelage.city.organisations.models import Organisation
from jumelage.programmes.emergency.models import Crisis, Fund, Response


@dataclass(frozen=True)
class Chosen:
    """What a visitor filters by; None is everything."""

    year: int | None = None
    country: str | None = None


@dataclass(frozen=True)
class Choices:
    """The years (latest first) and countries that the published crises have, and the crises that fit."""

    years: list[int]
    countries: list[str]
    fitting: list[int]


def fund() -> Fund | None:
    """The fund that visitors may see. 1 query."""
    return Fund.objects.filter(published=True).first()


def choices(chosen: Chosen) -> Choices:
    """What can be chosen, and the keys of the crises that fit `chosen`, the latest first. 1 query."""
    rows = list(
        Crisis.objects.filter(published=True).values_list("pk", "start", "end", "countries")
    )
    years = {year for _, start, end, _ in rows for year in _years(start, end)}
    fitting = [
        pk
        for pk, start, end, countries in rows
        if (chosen.year is None or chosen.year in _years(start, end))
        and (chosen.country is None or chosen.country in countries)
    ]
    named = {code for *_, countries in rows for code in countries}
    return Choices(sorted(years, reverse=True), sorted(named), fitting)


def crises(keys: Iterable[int]) -> QuerySet[Crisis]:
    """The crises with these keys that visitors may see, with their published answers. 2 queries."""
    answers = Response.objects.filter(published=True)
    return Crisis.objects.filter(published=True, pk__in=keys).prefetch_related(
        Prefetch("responses", answers)
    )


def crisis(slug: str) -> Crisis | None:
    """The crisis that visitors may see under this name, with its published answers, their goods, partners,
    decisions and documents. At most 6 queries.
    """
    partners = Organisation.objects.filter(published=True, merged_into=None)
    answers = (
        Response.objects.filter(published=True)
        .select_related("decision__body")
        .prefetch_related(
            "goods", Prefetch("partners", partners), Prefetch("documents", documents())
        )
    )
    return (
        Crisis.objects.filter(published=True, slug=slug)
        .prefetch_related(Prefetch("responses", answers))
        .first()
    )


def _years(start: object, end: object) -> set[int]:
    """The year in which a crisis begins, or failing that ends; none where nobody knows."""
    day = start or end
    return {int(str(day)[:4])} if day else set()
