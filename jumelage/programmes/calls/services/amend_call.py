"""Publish a new version of a call's texts."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.calls.choices import NoticeKind, State
from jumelage.programmes.calls.models import Call, Notice
from jumelage.programmes.calls.phrases import Lacking
from jumelage.programmes.calls.queries.checklist import lacks_of, musts
from jumelage.programmes.calls.queries.desk import waiting_changes
from jumelage.programmes.calls.queries.practical import same_notice
from jumelage.programmes.calls.rules.reasons import check_reason
from jumelage.programmes.calls.services.freeze_texts import freeze_texts
from jumelage.programmes.calls.signals import call_amended

_AFTER_THE_END = (State.CLOSED, State.CANCELLED)


def amend_call(
    call: Call, reason: dict[str, str] | None = None, *, now: datetime, actor: Any = None
) -> Notice | None:
    """Show visitors the texts of `call` as they are written now.

    While it is open the `reason` (by language) goes into a public notice, and those with a draft are
    told; before that no notice is needed. Asked for twice in the same words, it is done and told once.
    Raises Refused("call-not-published"), Refused("call-over"), Refused("call-unchanged"),
    Refused("reason-missing") or Refused("call-incomplete").
    """
    with transaction.atomic():
        locked = Call.objects.select_for_update().get(pk=call.pk)
        if not locked.published:
            raise Refused("call-not-published")
        if locked.state(now) in _AFTER_THE_END:
            raise Refused("call-over")
        said = {"kind": NoticeKind.AMENDMENT, "reason": reason}
        if not waiting_changes(locked):
            if same := same_notice(locked, **said):
                return same
            raise Refused("call-unchanged")
        told = locked.state(now) == State.OPEN
        if told:
            check_reason(reason, required=settings.REQUIRED_LANGUAGES)
        if lacking := musts(lacks_of(locked, now=now)):
            raise Refused("call-incomplete", lacks=Lacking(lacking))
        version = freeze_texts(locked, now=now)
        write_line("calls.amend", locked, actor=actor, public=True, version=version.number)
        notice = None
        if told:
            notice = Notice.objects.create(call=locked, at=now, publication=version, **said)
            call_amended.send(Call, call=locked, notice=notice)
    call.refresh_from_db()
    return notice
