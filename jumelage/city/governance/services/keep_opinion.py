"""Keep what a body advised."""

from typing import Any

from django.db import transaction

from jumelage.city.governance.choices import FollowUp, OpinionKind
from jumelage.city.governance.models import Opinion
from jumelage.city.governance.queries.links import linked
from jumelage.city.governance.rules.opinions import check_reason, check_sitting
from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.foundation.kernel.errors import Refused


def keep_opinion(slug: str, values: dict[str, Any], *, actor: Any = None) -> Opinion:
    """The opinion `slug` with `values`: fields of `Opinion`, linked records as records.

    Raises Refused("opinion-without-body"), Refused("opinion-without-sitting"),
    Refused("opinion-sitting-elsewhere"), Refused("opinion-link-unreadable"),
    Refused("opinion-link-unknown"), Refused("follow-up-without-reason") for one that visitors see, or
    ValidationError; nothing is kept then.
    """
    if not values.get("body", Opinion.objects.filter(slug=slug).exists()):
        raise Refused("opinion-without-body")
    with transaction.atomic():
        opinion = keep_record(
            Opinion, {"slug": slug}, values, act="governance.keep-opinion", actor=actor
        )
        _check(opinion)
    return opinion


def _check(opinion: Opinion) -> None:
    sitting = opinion.sitting
    check_sitting(
        sat=sitting is not None,
        on_initiative=opinion.kind == OpinionKind.INITIATIVE,
        has_decision=opinion.decision_id is not None,
    )
    if sitting and sitting.body_id != opinion.body_id:
        raise Refused("opinion-sitting-elsewhere", sitting=sitting.body, body=opinion.body)
    if opinion.published:
        followed = opinion.follow_up not in {FollowUp.PARTLY, FollowUp.NOT_FOLLOWED}
        check_reason(followed=followed, has_reason=bool(opinion.follow_up_reason))
    found = linked(opinion.links)
    for link in opinion.links:
        if link not in found:
            raise Refused("opinion-link-unknown", link=link)
