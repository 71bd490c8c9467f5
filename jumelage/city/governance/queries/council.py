"""Who sits in a body, and what it advised; only what is published."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from jumelage.city.evidence.queries import documents
from jumelage.city.governance.choices import FollowUp
from jumelage.city.governance.models import Mandate, Opinion

VISIBLE_HOLDER = Q(organisation__published=True, organisation__merged_into=None) | Q(
    person__public=True
)


@dataclass(frozen=True)
class FollowUps:
    """How many opinions became what; `unknown`: no source says."""

    followed: int
    partly: int
    not_followed: int
    waiting: int
    unknown: int


def mandates() -> QuerySet[Mandate]:
    """The published seats whose holder visitors may see, with organisation and person. 1 query."""
    return Mandate.objects.filter(VISIBLE_HOLDER, published=True).select_related(
        "organisation", "person"
    )


def opinions() -> QuerySet[Opinion]:
    """The published opinions, the latest sitting first, with body, sitting, decision and documents. 3 queries."""
    return (
        Opinion.objects.filter(published=True)
        .select_related("body", "sitting", "decision__body")
        .prefetch_related(
            Prefetch("documents", documents()), Prefetch("sitting__documents", documents())
        )
    )


def follow_ups(found: Iterable[Opinion]) -> FollowUps:
    """What became of these opinions, counted. No query."""
    became = [opinion.follow_up for opinion in found]
    return FollowUps(
        followed=became.count(FollowUp.FOLLOWED),
        partly=became.count(FollowUp.PARTLY),
        not_followed=became.count(FollowUp.NOT_FOLLOWED),
        waiting=became.count(FollowUp.WAITING),
        unknown=became.count(""),
    )
