"""The bodies, for visitors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jumelage.city.evidence.queries import said
from jumelage.city.governance.queries import advisory_councils, decisions


def council(request: HttpRequest) -> HttpResponse:
    """The advisory council: what it is, what it proposed, and what else was decided."""
    councils, known = list(advisory_councils()), list(decisions())
    proposers = {council.pk for council in councils}
    shown = {
        "councils": councils,
        "proposed": [one for one in known if one.proposed_by_id in proposers],
        "others": [one for one in known if one.proposed_by_id not in proposers],
        "sources": said([*councils, *known]),
    }
    return render(request, "governance/public/council.html", shown)
