"""What the hour allows to a call or a file, asked of the records."""

from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.applications.models import Application, CompletionWindow, LateCode
from jumelage.programmes.applications.rules.deadline import Deadline, Door, Use, door_to, ends_at
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries import in_force


def deadline_of(call: Call) -> Deadline:
    """When `call` opens and closes. A day without an hour counts from its first second to its last."""
    opens_at, closes_at = call.opens_at, call.closes_at
    if opens_at is None and call.opens_on:
        opens_at = _midnight(call.opens_on, last=False)
    if closes_at is None and call.closes_on:
        closes_at = _midnight(call.closes_on, last=True)
    return Deadline(
        opens_at=opens_at,
        closes_at=closes_at,
        grace_minutes=in_force(call, "grace_minutes"),
        cancelled=call.cancelled,
        published=call.published,
    )


def use_of(application: Application) -> Use:
    """The last use of a file before the hour, and until when its late code holds. 1 query."""
    code = standing_code(application)
    return Use(active_at=application.active_at, late_until=code.expires_at if code else None)


def way_in(application: Application, *, now: datetime) -> tuple[Door, datetime | None]:
    """Whether the call is open to this file at `now`, and why; until when (None: not known). 1 query, past the hour."""
    deadline, use = deadline_of(application.call), Use()
    if door_to(deadline, use, now=now) == Door.CLOSED:
        use = use_of(application)
    return door_to(deadline, use, now=now), ends_at(deadline, use, now=now)


def standing_code(application: Application) -> LateCode | None:
    """The late code that was redeemed for this file and not spent by a deposit; None without one."""
    codes = application.late_codes.all()
    return next(
        (one for one in codes if one.redeemed_at and not (one.spent_at or one.withdrawn_at)), None
    )


def open_window(application: Application) -> CompletionWindow | None:
    """The completion that the service waits for, whatever its hour; None when it waits for none."""
    windows = application.windows.all()
    return next((one for one in windows if not (one.completed_at or one.closed_at)), None)


def usable_codes(call: Call, email: str, *, now: datetime) -> list[LateCode]:
    """Late codes of `call` in the name of `email` that may still be redeemed at `now`."""
    unused = Q(redeemed_at=None, withdrawn_at=None, expires_at__gte=now)
    return list(call.late_codes.filter(unused, email__iexact=email))


def codes_without_draft(call: Call) -> list[LateCode]:
    """Late codes of `call` with which nothing was begun yet, the last first. 1 query."""
    return list(call.late_codes.filter(application=None).select_related("given_by"))


def _midnight(day: PartialDate, *, last: bool) -> datetime:
    zone = timezone.get_default_timezone()
    if last:
        morrow = datetime.combine(day.latest + timedelta(days=1), time(), zone)
        return datetime.fromtimestamp(morrow.timestamp() - 1, zone)
    return datetime.combine(day.earliest, time(), zone)
