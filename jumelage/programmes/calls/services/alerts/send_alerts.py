"""Tell subscribers what opens and what closes soon."""

from datetime import datetime, timedelta

from jumelage.programmes.calls.models import Subscription
from jumelage.programmes.calls.queries.alerts import CONFIRM_DAYS, alerts_due
from jumelage.programmes.calls.services.alerts.tell_subscribers import tell_subscribers


def send_alerts(*, now: datetime) -> int:
    """Write to each subscriber once when a call opens and once 7 days before it closes; how many letters went out.

    Safe to run again: what went out is written down with each letter. Requests never confirmed are erased.
    """
    old = now - timedelta(days=CONFIRM_DAYS)
    Subscription.objects.filter(confirmed_at=None, asked_at__lt=old).delete()
    return sum(tell_subscribers(call, kind, now=now) for call, kind in alerts_due(now))
