"""Write down that mails came back: one that a clerk saw, or all that notices tell of."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Sent
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.services.exchange.settle_mail import mark_bounced
from jumelage.programmes.intake.permissions import may_mark_mail
from jumelage.programmes.intake.rules.bounces import failures_in

# A mail server gives up after four or five days (RFC 5321, §4.5.4.1): what went out before did arrive.
_TRIED = timedelta(days=7)


def mark_bounce(access: Access, number: int, *, reason: str, user: Any, now: datetime) -> int:
    """The mail `number` of this application came back for `reason`; how many mails to its address are marked.

    It and those sent there after it. The clerk sees it on the sheet, the applicants on their page. A second click is no
    second act. Raises Refused("mail-not-allowed") or
    Refused("mail-unknown").
    """
    if not may_mark_mail(user):
        raise Refused("mail-not-allowed")
    with transaction.atomic():
        sent = access.application.mails.filter(state__in=(Sent.SENT, Sent.BOUNCED))
        mail = sent.filter(pk=number).first()
        if mail and mail.state == Sent.BOUNCED and mail.trouble == reason.strip():
            return 0
        if mail is None or mail.state == Sent.BOUNCED:
            raise Refused("mail-unknown")
        marked = mark_bounced(mail.address, reason.strip(), now=now, since=mail.settled_at or now)
        write_line("intake.mark-bounce", access.application, actor=user, mail=mail.pk)
    return marked


def read_notices(notices: Iterable[bytes], *, now: datetime) -> int:
    """Mark the mails that `notices` (whole mails, RFC 3464) say came back; how many. Other mails change nothing."""
    return sum(
        mark_bounced(failure.address, failure.reason, now=now, since=now - _TRIED)
        for raw in notices
        for failure in failures_in(raw)
    )
