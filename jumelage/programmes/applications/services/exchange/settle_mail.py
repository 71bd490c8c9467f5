"""Write down what became of a mail."""

from datetime import datetime

from django.db import transaction

from jumelage.programmes.applications.choices import Sent
from jumelage.programmes.applications.models import Mail

_LONGEST = 300


def settle_mail(mail: Mail, trouble: str, *, now: datetime) -> None:
    """The mail went out, or did not for the reason `trouble`."""
    mail.state = Sent.FAILED if trouble else Sent.SENT
    mail.trouble, mail.settled_at = trouble[:_LONGEST], now
    mail.save(update_fields=["state", "trouble", "settled_at"])


def mark_bounced(address: str, trouble: str, *, now: datetime, since: datetime) -> int:
    """The mails sent to `address` from `since` on came back: how many. Service and applicants see it on the file."""
    with transaction.atomic():
        sent = Mail.objects.filter(address__iexact=address, state=Sent.SENT, settled_at__gte=since)
        return sent.update(state=Sent.BOUNCED, trouble=trouble[:_LONGEST], settled_at=now)
