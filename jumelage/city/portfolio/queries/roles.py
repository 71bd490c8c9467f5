"""What an organisation does in the programme."""

from django.db.models import QuerySet

from jumelage.city.organisations.models import Organisation
from jumelage.city.portfolio.models import Participation, Partner


def partnered_by(organisation: Organisation) -> QuerySet[Partner]:
    """Its place in each partnership that visitors may see: 1 query."""
    return Partner.objects.filter(
        organisation=organisation, partnership__published=True
    ).select_related("partnership")


def participations_of(organisation: Organisation) -> QuerySet[Participation]:
    """Its roles in the projects that visitors may see, in the city's order: 1 query."""
    return (
        Participation.objects.filter(organisation=organisation, project__published=True)
        .select_related("project")
        .defer("project__folded", "project__aims")
        .order_by("project__order", "project__slug")
    )
