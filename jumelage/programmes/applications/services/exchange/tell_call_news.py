"""Write to those who have a draft or a deposit when the call changes, closes later or is cancelled."""

from datetime import datetime

from django.db import transaction

from jumelage.programmes.applications.choices import Channel, Letter, State
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.services.exchange.queue_mail import queue_to_members
from jumelage.programmes.calls.models import Call, Notice


def tell_call_news(call: Call, notice: Notice, kind: Letter, *, now: datetime) -> int:
    """Queue a mail to everybody who works on an application in `call`; how many applications were told.

    A change of the rules or a longer time is told to those who have a draft here; a cancellation to all.
    """
    with transaction.atomic():
        found = Application.objects.filter(call=call)
        if kind != Letter.CANCELLED:
            found = found.filter(channel=Channel.ONLINE).exclude(state=State.DEPOSITED)
        for application in found:
            occasion = f"notice-{notice.pk}"
            queue_to_members(application, kind, occasion=occasion, now=now, notice=notice.pk)
        return len(found)
