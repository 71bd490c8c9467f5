"""Cancel a published call."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.calls.choices import NoticeKind
from jumelage.programmes.calls.models import Call, Notice
from jumelage.programmes.calls.queries.practical import same_notice
from jumelage.programmes.calls.rules.reasons import check_reason
from jumelage.programmes.calls.signals import call_cancelled


def cancel_call(call: Call, reason: dict[str, str], *, now: datetime, actor: Any = None) -> Notice:
    """Cancel `call` for good, with a public notice that gives the `reason`; its page stays.

    Asked for twice in the same words, it is done and told once. Raises Refused("call-not-published"),
    Refused("call-cancelled") or Refused("reason-missing").
    """
    check_reason(reason, required=settings.REQUIRED_LANGUAGES)
    with transaction.atomic():
        locked = Call.objects.select_for_update().get(pk=call.pk)
        if not locked.published:
            raise Refused("call-not-published")
        said = {"kind": NoticeKind.CANCELLATION, "reason": reason}
        if locked.cancelled:
            if same := same_notice(locked, **said):
                return same
            raise Refused("call-cancelled")
        notice = Notice.objects.create(call=locked, at=now, **said)
        locked.cancelled = True
        locked.save(update_fields=["cancelled"])
        write_line("calls.cancel", locked, actor=actor, public=True)
        call_cancelled.send(Call, call=locked, notice=notice)
    call.refresh_from_db()
    return notice
