"""Questions about projects."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet

from jumelage.city.evidence.queries import documents
from jumelage.city.portfolio.models import Participation, Project
from jumelage.city.portfolio.queries.places import known_places


def projects() -> QuerySet[Project]:
    """The projects that visitors may see, in the city's order, each with its partnership, its places and its
    published participations. 3 queries.
    """
    return (
        Project.objects.filter(published=True)
        .select_related("partnership")
        .prefetch_related(
            Prefetch("places", known_places()), Prefetch("participations", _participations())
        )
        .defer("folded")
    )


def project(slug: str, today: date) -> Project | None:
    """The project that visitors may see under this name, with all that belongs to it, `parts` included, and its
    status on `today` as `current`. At most 7 queries.
    """
    found = (
        projects()
        .filter(slug=slug)
        .select_related("parent", "decision__body", "decision__proposed_by")
        .prefetch_related(
            "beneficiaries",
            "milestones",
            Prefetch("documents", documents()),
            Prefetch("parts", Project.objects.filter(published=True).defer("folded")),
        )
        .first()
    )
    if found:
        shown([found], today)
        if found.parent and not found.parent.published:
            found.parent = None
        for part in found.parts.all():
            part.current = part.status_on(today)
    return found


def shown(rows: Iterable[Project], today: date) -> list[Project]:
    """The rows as visitors see them: with the status on `today` as `current`, and without a hidden partnership."""
    found = list(rows)
    for row in found:
        row.current = row.status_on(today)
        if row.partnership and not row.partnership.published:
            row.partnership = None
    return found


def _participations() -> QuerySet[Participation]:
    return Participation.objects.filter(organisation__published=True).select_related("organisation")
