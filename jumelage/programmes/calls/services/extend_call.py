"""Give applicants more time."""

from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.calls.choices import AlertKind, NoticeKind, State
from jumelage.programmes.calls.models import Call, Notice
from jumelage.programmes.calls.queries.practical import same_notice
from jumelage.programmes.calls.rules.reasons import check_reason
from jumelage.programmes.calls.rules.states import OUTAGE_DAYS, check_new_end, moment_of
from jumelage.programmes.calls.services.alerts.tell_subscribers import tell_subscribers
from jumelage.programmes.calls.signals import call_extended


def extend_call(
    call: Call,
    day: PartialDate,
    hour: time,
    reason: dict[str, str],
    *,
    now: datetime,
    outage: bool = False,
    actor: Any = None,
) -> Notice:
    """Let `call` close on `day` at `hour` of the city's clocks, with a public notice that gives the `reason`.

    After a breakdown at the closing hour (`outage`) a call that just closed opens again, and the subscribers of
    alerts are told. Asked for twice in the same words, it is done and told once. Raises
    Refused("call-not-open"), Refused("extension-too-late"), Refused("outage-too-late"),
    Refused("extension-not-later"), Refused("reason-missing") or what `moment_of` refuses.
    """
    check_reason(reason, required=settings.REQUIRED_LANGUAGES)
    kind = NoticeKind.OUTAGE if outage else NoticeKind.EXTENSION
    said = {"kind": kind, "reason": reason, "closes_on": str(day), "closes_hour": hour}
    with transaction.atomic():
        locked = Call.objects.select_for_update().get(pk=call.pk)
        if same := same_notice(locked, **said):
            return same
        reopens = _check_state(locked, now=now, outage=outage) == State.CLOSED
        moment = moment_of(day, hour, zone=settings.TIME_ZONE)
        check_new_end(locked.facts, moment, now=now, outage=outage)
        old_end = {"closed_on": locked.closes_on, "closed_hour": locked.closes_hour}
        notice = Notice.objects.create(call=locked, at=now, **old_end, **said)
        locked.closes_on, locked.closes_hour = day, hour
        locked.save(update_fields=["closes_on", "closes_hour"])
        if reopens:
            # Before the line: it waits for whoever writes to subscribers now, and needs the journal for that.
            tell_subscribers(locked, AlertKind.REOPENING, now=now, notice=notice)
        act = "calls.note-outage" if outage else "calls.extend"
        write_line(act, locked, actor=actor, public=True, closes=f"{day} {hour:%H:%M}")
        call_extended.send(Call, call=locked, notice=notice)
    call.refresh_from_db()
    return notice


def _check_state(call: Call, *, now: datetime, outage: bool) -> State:
    """Where the call stands, if its end may be moved."""
    state = call.state(now)
    if state == State.CLOSED and not outage:
        raise Refused("extension-too-late", days=OUTAGE_DAYS)
    if state not in {State.COMING, State.OPEN, State.CLOSED}:
        raise Refused("call-not-open", state=state.label)
    return state
