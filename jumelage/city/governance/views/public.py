"""The bodies, for visitors."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from jumelage.city.evidence.queries import said
from jumelage.city.governance import queries
from jumelage.city.governance.choices import SeatCategory
from jumelage.city.governance.models import Mandate, Opinion
from jumelage.foundation.kernel.periods import Period


def council(request: HttpRequest) -> HttpResponse:
    """The advisory council: what it is, who sits in it, what it advised and proposed, what was decided."""
    councils, known = list(queries.advisory_councils()), list(queries.decisions())
    ours = {council.pk for council in councils}
    seats = [seat for seat in queries.mandates() if seat.body_id in ours]
    opinions = [opinion for opinion in queries.opinions() if opinion.body_id in ours]
    # What an opinion tells already is not told again as a proposal.
    told = {opinion.decision_id for opinion in opinions}
    shown = {
        "councils": councils,
        "seats": _by_category(seats),
        "former": [seat for seat in seats if _over(seat)],
        "opinions": opinions,
        "became": queries.follow_ups(opinions),
        "proposed": [one for one in known if one.proposed_by_id in ours and one.pk not in told],
        "others": [one for one in known if one.proposed_by_id not in ours],
        "sources": said([*councils, *seats, *opinions, *known]),
    }
    _link(opinions)
    return render(request, "governance/public/council.html", shown)


def _over(seat: Mandate) -> bool:
    return Period(seat.start, seat.end).is_over(timezone.localdate())


def _by_category(seats: list[Mandate]) -> list[tuple[Any, list[Mandate]]]:
    held = [seat for seat in seats if not _over(seat)]
    groups = [
        (category.label, [seat for seat in held if seat.category == category])
        for category in SeatCategory
    ]
    return [group for group in groups if group[1]]


def _link(opinions: list[Opinion]) -> None:
    """Give each opinion what it is about, as far as visitors may see it, with the claim of that name."""
    found = queries.linked(link for opinion in opinions for link in opinion.links)
    for opinion in opinions:
        leads = (found.get(link) for link in opinion.links)
        vars(opinion)["about"] = [
            (lead, opinion.said.get(lead.link)) for lead in leads if lead and lead.visible
        ]
