"""End a subscription."""

from datetime import datetime

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.calls.queries.alerts import subscription_of


def unsubscribe(number: int, token: str, *, now: datetime) -> None:
    """Erase the subscription `number` and its address, by the `token` of any of our letters; already gone is fine.

    A wrong token changes nothing.
    """
    try:
        found = subscription_of(number, token, purpose="end", now=now)
    except Refused:
        return
    found.delete()
