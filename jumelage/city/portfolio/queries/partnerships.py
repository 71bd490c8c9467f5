"""Questions about partnerships."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from jumelage.city.evidence.models import Document
from jumelage.city.evidence.queries import documents
from jumelage.city.portfolio.models import Agreement, Announcement, Partner, Partnership
from jumelage.city.portfolio.queries.places import known_places
from jumelage.city.portfolio.queries.projects import projects


def partnerships(today: date) -> list[Partnership]:
    """The partnerships that visitors may see, in the city's order, each with its places (and their parents), its
    published partners and its status on `today` as `current`. 3 queries.
    """
    rows = list(
        Partnership.objects.filter(published=True).prefetch_related(
            Prefetch("places", known_places()), Prefetch("partners", _partners())
        )
    )
    for row in rows:
        row.current = row.status_on(today)
    return rows


def partnership(slug: str, today: date) -> Partnership | None:
    """The partnership that visitors may see under this name, with all that belongs to it; `projects` are those they
    may see, and it and they bear their status on `today` as `current`. 8 queries.
    """
    found = (
        Partnership.objects.filter(published=True, slug=slug)
        .prefetch_related(
            "axes",
            Prefetch("places", known_places()),
            Prefetch("partners", _partners()),
            Prefetch("agreements", Agreement.objects.select_related("decision__body")),
            Prefetch("announcements", Announcement.objects.filter(published=True)),
            Prefetch("projects", projects().prefetch_related(None)),
        )
        .first()
    )
    if found:
        for row in (found, *found.projects.all()):
            row.current = row.status_on(today)
    return found


def _partners() -> QuerySet[Partner]:
    return Partner.objects.filter(organisation__published=True).select_related("organisation")


def documents_of(partnership: Partnership) -> QuerySet[Document]:
    """The documents that visitors may see of `partnership` and of its agreements: 1 query."""
    of_agreements = Q(agreements__partnership=partnership)
    return documents().filter(Q(partnerships=partnership) | of_agreements).distinct()
