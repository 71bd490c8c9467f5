"""Write down that mails came back: one that a clerk saw, or all that notices tell of."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Sent
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.services.exchange.settle_mail import mark_bounced
from jumelage.programmes.intake.permissions import may_mark_mail
from jumelage.programmes.intake.rules.bounces import failures_in


def mark_bounce(access: Access, number: int, *, reason: str, user: Any, now: datetime) -> int:
    """The mail `number` of this application came back for `reason`; how many mails to its address are marked.

    The clerk sees it on the sheet, the applicants on their page. Raises Refused("mail-not-allowed") or
    Refused("mail-unknown").
    """
    if not may_mark_mail(user):
        raise Refused("mail-not-allowed")
    with transaction.atomic():
        mail = access.application.mails.filter(pk=number, state=Sent.SENT).first()
        if mail is None:
            raise Refused("mail-unknown")
        marked = mark_bounced(mail.address, reason.strip(), now=now)
        write_line("intake.mark-bounce", access.application, actor=user, mail=mail.pk)
    return marked


def read_notices(notices: Iterable[bytes], *, now: datetime) -> int:
    """Mark the mails that `notices` (whole mails, RFC 3464) say came back; how many. Other mails change nothing."""
    return sum(
        mark_bounced(failure.address, failure.reason, now=now)
        for raw in notices
        for failure in failures_in(raw)
    )
