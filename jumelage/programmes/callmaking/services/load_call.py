"""Keep a call of a data file, published when the file says so."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.calls.choices import State
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.desk import waiting_changes
from jumelage.programmes.calls.services.amend_call import amend_call
from jumelage.programmes.calls.services.freeze_texts import freeze_texts
from jumelage.programmes.calls.services.publish_call import publish_call
from jumelage.programmes.calls.services.write_sheet import write_sheet

_OWN_DATES = ("opens_on", "opens_hour", "closes_on", "closes_hour")


def load_call(slug: str, values: dict[str, Any], *, actor: Any = None) -> Call:
    """The call `slug` with `values`: fields, rows, `published`, and `change_reason` of a change while it is open.

    `opens_in_days`, `closes_in_days` and a date's `in_days` count from the day of the first loading, and
    are for demonstrations alone. The same again changes nothing. Raises
    Refused("days-not-demonstration"), Refused("call-incomplete"), Refused("reason-missing"),
    Refused("call-dates-published"), what `write_sheet` refuses, or ValidationError.
    """
    now = timezone.now()
    values = dict(values)
    published, reason = values.pop("published", True), values.pop("change_reason", None)
    with transaction.atomic():
        call = Call.objects.select_for_update().filter(slug=slug).first() or Call(slug=slug)
        new = call._state.adding
        _set_days(call, values, now=now)
        before = {name: getattr(call, name) for name in _OWN_DATES}
        if changed := write_sheet(call, values):
            write_line(
                "calls.load", call, actor=actor, public=call.published, new=new, fields=changed
            )
        if call.published:
            if any(getattr(call, name) != before[name] for name in _OWN_DATES):
                raise Refused("call-dates-published")
            _renew(call, reason, now=now, actor=actor)
        elif published:
            publish_call(call, now=now, actor=actor)
    return call


def _set_days(call: Call, values: dict[str, Any], *, now: datetime) -> None:
    """Turn days counted from the loading into dates; those of a call that is there stay.

    So does an end that was moved by an act since.
    """
    today = timezone.localtime(now).date()
    known = {} if call._state.adding else {row.slug: row.date for row in call.dates.all()}
    for name, source in (("opens_on", "opens_in_days"), ("closes_on", "closes_in_days")):
        days = values.pop(source, None)
        if days is not None:
            _check_demonstration(values)
            values[name] = _days_after(today, days) if call._state.adding else getattr(call, name)
    if not call._state.adding and call.notices.exclude(closes_on=None).exists():
        values |= {"closes_on": call.closes_on, "closes_hour": call.closes_hour}
    rows = []
    for row in values["dates"]:
        days = row.get("in_days")
        kept = {name: value for name, value in row.items() if name != "in_days"}
        if days is not None:
            _check_demonstration(values)
            kept["date"] = known.get(row["slug"]) or _days_after(today, days)
        rows.append(kept)
    values["dates"] = rows


def _check_demonstration(values: dict[str, Any]) -> None:
    if not values.get("demonstration"):
        raise Refused("days-not-demonstration")


def _days_after(today: Any, days: int) -> PartialDate:
    day = today + timedelta(days=days)
    return PartialDate(day.year, day.month, day.day)


def _renew(call: Call, reason: Any, *, now: datetime, actor: Any) -> None:
    """Let visitors read what the file says now."""
    if not waiting_changes(call):
        return
    if call.state(now) in {State.CLOSED, State.CANCELLED}:
        version = freeze_texts(call, now=now)
        write_line("calls.amend", call, actor=actor, public=True, version=version.number)
    else:
        amend_call(call, reason, now=now, actor=actor)
