"""Use a late code: it opens one file, once, for the person it names."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.models import Application, LateCode
from jumelage.programmes.applications.queries.deadlines import usable_codes
from jumelage.programmes.applications.queries.late_codes import is_code_of
from jumelage.programmes.calls.models import Call


def find_late_code(
    call: Call, text: str, *, user: Any, now: datetime, application: Application | None = None
) -> LateCode:
    """The code that `user` wrote, if it is theirs and may still be used for `application` (None: for a new one).

    Whether it is unknown, somebody else's, for another draft, used or over is not told apart: a stranger learns
    nothing. Raises Refused("late-code-wrong").
    """
    for late in usable_codes(call, user.email, now=now):
        if is_code_of(late, text) and late.application in {None, application}:
            return late
    raise Refused("late-code-wrong")


def redeem_late_code(application: Application, text: str, *, user: Any, now: datetime) -> LateCode:
    """Bind the code to `application`, which may be written and deposited until the code's hour.

    Raises Refused("late-code-wrong").
    """
    with transaction.atomic():
        # Two people who use one code wait for each other here.
        call = Call.objects.select_for_update().get(pk=application.call_id)
        late = find_late_code(call, text, user=user, now=now, application=application)
        late.application, late.redeemed_by, late.redeemed_at = application, user, now
        late.save(update_fields=["application", "redeemed_by", "redeemed_at"])
        write_line("applications.redeem-late-code", application, actor=user, late_code=late.pk)
    return late
