"""Questions about projects."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, Prefetch, Q, QuerySet, Value, When

from jumelage.city.evidence.queries import documents
from jumelage.city.organisations.models import Organisation
from jumelage.city.portfolio.choices import FacetKind
from jumelage.city.portfolio.models import Participation, Project
from jumelage.city.portfolio.queries.places import known_places

_RELATED = 3


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


def related(project: Project, today: date) -> list[Project]:
    """Up to three other projects that visitors may see: of the same partnership first, then of a same theme,
    each with its status on `today` as `current`. 3 queries.
    """
    same_partnership = Q(partnership__isnull=False, partnership=project.partnership_id)
    same_theme = Q(
        pk__in=Project.objects.filter(
            facets__kind=FacetKind.THEME, facets__code__in=project.themes
        ).values("pk")
    )
    near = Case(When(same_partnership, then=Value(0)), default=Value(1))
    rows = projects().filter(same_partnership | same_theme).exclude(pk=project.pk)
    return shown(rows.order_by(near, "order", "slug")[:_RELATED], today)


def projects_of(organisation: Organisation, today: date) -> list[Project]:
    """The projects that visitors may see in which `organisation` takes part, each with its status on `today` as
    `current`. 3 queries.
    """
    taking_part = Participation.objects.filter(organisation=organisation).values("project")
    return shown(projects().filter(pk__in=taking_part), today)


def _participations() -> QuerySet[Participation]:
    return Participation.objects.filter(organisation__published=True).select_related("organisation")
