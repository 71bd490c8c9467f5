"""Questions about editions."""

from django.db.models import Prefetch, QuerySet

from jumelage.city.evidence.queries import documents
from jumelage.programmes.festival.models import Edition


def editions() -> QuerySet[Edition]:
    """The editions that visitors may see, with their documents, the latest first. 2 queries."""
    return Edition.objects.filter(published=True).prefetch_related(
        Prefetch("documents", documents())
    )


def edition(slug: str) -> Edition | None:
    """The edition that visitors may see under this name. 2 queries."""
    return editions().filter(slug=slug).first()
