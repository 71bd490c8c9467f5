"""Which calls there are, for visitors and applicants."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from jumelage.programmes.calls.choices import State
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.regulation import in_force


def published_calls() -> QuerySet[Call]:
    """The calls that visitors may see, with their last publication, the latest first. 1 query."""
    return Call.objects.filter(published=True).select_related("current__form_version")


def call_named(slug: str) -> Call | None:
    """The call that visitors may see under this name, cancelled ones included. 1 query."""
    return published_calls().filter(slug=slug).first()


def open_calls(now: datetime) -> list[Call]:
    """The calls to which one may apply at `now`, the one that closes first first. 1 query.

    `call.closes_at` is the deadline (UTC, None where unknown); the grace period is not counted.
    """
    found = [call for call in published_calls() if call.state(now) == State.OPEN]
    return sorted(found, key=lambda call: (str(call.closes_on or "9999"), call.slug))


def next_moment(now: datetime) -> datetime | None:
    """When the clock alone next changes what visitors see: a call opens, has just closed, its grace ends. 1 query."""
    moments = []
    for call in Call.objects.filter(published=True, cancelled=False).select_related("current"):
        moments += [call.opens_at] if call.opens_at else []
        if end := call.closes_at:
            # The closing hour itself is in time, as is the last of the grace: the page is old one second later.
            grace = timedelta(minutes=in_force(call, "grace_minutes"))
            moments += [end + timedelta(seconds=1), end + grace + timedelta(seconds=1)]
    return min((moment for moment in moments if moment > now), default=None)
