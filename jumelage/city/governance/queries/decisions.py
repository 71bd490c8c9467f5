"""Questions about bodies and decisions."""

from django.db import models

from jumelage.city.evidence.queries import documents
from jumelage.city.governance.choices import BodyKind
from jumelage.city.governance.models import Body, Decision


def bodies() -> models.QuerySet[Body]:
    """Every body, with its organisation."""
    return Body.objects.select_related("organisation")


def advisory_councils() -> models.QuerySet[Body]:
    """The councils that advise the city, with their organisation."""
    return bodies().filter(kind=BodyKind.ADVISORY)


def decisions() -> models.QuerySet[Decision]:
    """Every decision with its body, its proposer and the documents that visitors may see, the latest first."""
    return Decision.objects.select_related("body", "proposed_by").prefetch_related(
        models.Prefetch("documents", documents())
    )
