"""What the page of a call shows, to visitors and in the preview of the desk."""

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from jumelage.city.evidence.queries import said
from jumelage.programmes.calls.choices import ApplicantKind, State
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.practical import (
    calendar_of,
    documents_of,
    notices_of,
    versions_of,
)
from jumelage.programmes.calls.queries.regulation import Regulation
from jumelage.programmes.calls.rules.states import Moved, in_grace


def call_page(call: Call, regulation: Regulation, *, now: datetime) -> dict[str, Any]:
    """A call with its regulation, calendar, documents, questions, notices; records bear their claims. 8 queries."""
    dates, faqs = list(call.dates.all()), list(call.faqs.all())
    head = regulation.call
    records = [head, *regulation.articles, *regulation.tracks, *regulation.envelopes, *dates]
    records += [*regulation.criteria, *regulation.asked_documents, *faqs]
    sources = said(records)
    steps = calendar_of(call, dates)
    notices = list(notices_of(call))
    for asked in regulation.asked_documents:
        vars(asked)["kinds"] = [ApplicantKind(code).label for code in asked.applicants]
    return {
        "call": head,
        "state": call.state(now),
        "days_left": days_left(call, now=now),
        "grace_until": grace_end(head, now=now),
        "now": now,
        "regulation": regulation,
        "criteria": _by_track(regulation, regulation.criteria),
        "asked_documents": _by_track(regulation, regulation.asked_documents),
        "steps": steps,
        "dated": any(step.starts for step in steps),
        "documents": list(documents_of(call)),
        "faqs": faqs,
        "notices": notices,
        "moved": next(
            (Moved(one.closed_on, one.closed_hour) for one in notices if one.closed_on), None
        ),
        "versions": list(versions_of(call)),
        "sources": sources,
        "trail": [trail_start()],
    }


def trail_start() -> dict[str, str]:
    """The first step of the way to a page of the room."""
    return {"url": reverse("calls"), "label": gettext("Calls for projects")}


def days_left(call: Call, *, now: datetime) -> int | None:
    """Days until it closes, by the calendar: 0 on the last one; None when it is not open or the end is not known."""
    if call.state(now) != State.OPEN or call.closes_at is None:
        return None
    return (timezone.localdate(call.closes_at) - timezone.localdate(now)).days


def grace_end(call: Call, *, now: datetime) -> datetime | None:
    """Until when (UTC) a draft in use at the hour may be deposited; None when that is not what counts at `now`."""
    end, grace = call.closes_at, timedelta(minutes=call.grace_minutes)
    if call.cancelled or end is None or not in_grace(end, grace, now=now):
        return None
    return end + grace


def _by_track(regulation: Regulation, rows: list[Any]) -> list[dict[str, Any]]:
    """The rows that hold for every track, then those of each."""
    groups: list[dict[str, Any]] = [
        {"track": None, "rows": [row for row in rows if row.track is None]}
    ]
    for track in regulation.tracks:
        own = [row for row in rows if row.track_id == track.pk and row.track is not None]
        groups.append({"track": track, "rows": own})
    return [group for group in groups if group["rows"]]
