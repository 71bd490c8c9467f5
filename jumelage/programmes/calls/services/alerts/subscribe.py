"""Ask to be told of calls."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.crypto import get_random_string

from jumelage.programmes.calls.models import Subscription
from jumelage.programmes.calls.tasks import ask_to_confirm

# Between two letters to one address, so that nobody can be flooded through this form.
QUIET_MINUTES = 10


def subscribe(email: str, *, language: str, now: datetime) -> None:
    """Write to `email`, in `language`, a link by which to confirm; until then nothing else is sent.

    Nothing tells the asker whether the address is known: a confirmed one gets no second letter, an
    unconfirmed one gets one at most every 10 minutes.
    """
    address = email.strip().lower()
    fields = {"language": language, "nonce": get_random_string(40), "asked_at": now}
    asked: Subscription | None
    try:
        with transaction.atomic():
            asked = Subscription.objects.create(email=address, **fields)
    except IntegrityError:
        asked = _asked_again(address, language, now)
    if asked:
        ask_to_confirm.enqueue(asked.pk)


def _asked_again(address: str, language: str, now: datetime) -> Subscription | None:
    """The subscription that waits, when it may be written to again; None also when it was ended meanwhile."""
    with transaction.atomic():
        known = Subscription.objects.select_for_update().filter(email=address).first()
        quiet = timedelta(minutes=QUIET_MINUTES)
        if known is None or known.confirmed_at or now - known.asked_at < quiet:
            return None
        known.language, known.asked_at = language, now
        known.save(update_fields=["language", "asked_at"])
    return known
