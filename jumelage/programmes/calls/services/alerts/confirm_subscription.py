"""Confirm that one wants to be told of calls."""

from datetime import datetime

from jumelage.programmes.calls.models import Subscription
from jumelage.programmes.calls.queries.alerts import subscription_of


def confirm_subscription(number: int, token: str, *, now: datetime) -> Subscription:
    """The subscription `number`, confirmed by the `token` of its letter; a second time changes nothing.

    Raises Refused("subscription-link-dead").
    """
    found = subscription_of(number, token, purpose="confirm", now=now)
    if found.confirmed_at is None:
        found.confirmed_at = now
        # It may be ended at this moment: then nothing is kept.
        Subscription.objects.filter(pk=found.pk, confirmed_at=None).update(confirmed_at=now)
    return found
