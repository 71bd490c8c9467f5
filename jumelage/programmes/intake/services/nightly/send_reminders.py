"""Remind those with a draft before the call closes."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from jumelage.programmes.applications.choices import Letter
from jumelage.programmes.applications.models import Application, Mail
from jumelage.programmes.applications.queries.deadlines import deadline_of
from jumelage.programmes.applications.queries.people import members_of
from jumelage.programmes.applications.queries.receipts import moment_words
from jumelage.programmes.applications.services.exchange.queue_mail import queue_mail
from jumelage.programmes.calls.queries import open_calls
from jumelage.programmes.intake.queries.due import drafts_of
from jumelage.programmes.intake.rules.reminding import reminder_due


def send_reminders(*, now: datetime) -> int:
    """Queue the mails that are due today: how many. The same day twice sends nothing twice."""
    sent = 0
    for call in open_calls(now):
        closes_at = deadline_of(call).closes_at
        if closes_at is None:
            continue
        closes_on = timezone.localtime(closes_at).date()
        due = reminder_due(closes_on=closes_on, today=timezone.localdate(now))
        if due is not None:
            # A longer time is another deadline, of which people are reminded anew.
            occasion = f"{closes_on.isoformat()} -{due}"
            drafts = drafts_of(call)
            sent += sum(
                len(tell_people(one, Letter.REMINDER, occasion, "closes", closes_at, now=now))
                for one in drafts
            )
    return sent


def tell_people(
    application: Application,
    kind: Letter,
    occasion: str,
    name: str,
    moment: datetime,
    *,
    now: datetime,
) -> list[Mail]:
    """Queue `kind` to each member, with `moment` under `name` in the words of their own language."""
    queued = []
    with transaction.atomic():
        for member in members_of(application):
            user = member.user
            if not user.is_active:
                continue
            with override(user.language):
                details = {name: moment_words(moment)}
            to = [(user.email, user.language)]
            queued += queue_mail(application, kind, to=to, occasion=occasion, now=now, **details)
    return queued
