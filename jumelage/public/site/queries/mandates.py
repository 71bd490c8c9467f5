"""Who works for the programme on the city's mandate."""

from django.db.models import QuerySet

from jumelage.city.evidence.models import Claim
from jumelage.city.organisations.models import Organisation
from jumelage.city.organisations.queries import organisations


def mandated() -> QuerySet[Organisation]:
    """The published organisations of which some source says that the city gave them a mandate: 1 query."""
    said = Claim.objects.filter(
        about="mandate", subject_type__app_label="organisations", subject_type__model="organisation"
    )
    return organisations().filter(pk__in=said.values("subject_id"))
