"""Tell subscribers what opens and what closes soon."""

from datetime import datetime, timedelta

from django.db import transaction

from jumelage.foundation.audit.services.write_line import write_line
from jumelage.programmes.calls.models import Alert, Subscription
from jumelage.programmes.calls.queries.alerts import CONFIRM_DAYS, alerts_due
from jumelage.programmes.calls.tasks import tell_subscriber


def send_alerts(*, now: datetime) -> int:
    """Write to each subscriber once when a call opens and once 7 days before it closes; how many letters went out.

    Safe to run again: what went out is written down with each letter. Requests never confirmed are erased.
    """
    old = now - timedelta(days=CONFIRM_DAYS)
    Subscription.objects.filter(confirmed_at=None, asked_at__lt=old).delete()
    sent = 0
    for call, kind in alerts_due(now):
        with transaction.atomic():
            # The lock settles two runs at once: the second finds what the first wrote down.
            waiting = Subscription.objects.select_for_update().exclude(confirmed_at=None)
            told = Alert.objects.filter(call=call, kind=kind).values("subscription")
            rows = [
                Alert(call=call, kind=kind, subscription=one, at=now)
                for one in waiting.exclude(pk__in=told)
            ]
            Alert.objects.bulk_create(rows)
            for row in rows:
                tell_subscriber.enqueue(row.pk)
            if rows:
                write_line("calls.send-alerts", call, kind=kind, letters=len(rows))
        sent += len(rows)
    return sent
