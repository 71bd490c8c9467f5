"""Who is to be told of what, and whether a link of a letter is ours."""

from datetime import datetime, timedelta

from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.calls.choices import AlertKind, State
from jumelage.programmes.calls.models import Call, Subscription
from jumelage.programmes.calls.queries.calls import open_calls

CONFIRM_DAYS = 3
LAST_DAYS = 7


def token_for(subscription: Subscription, *, purpose: str) -> str:
    """The secret of a link: "confirm" or "end". Kept nowhere: it follows from the installation's key."""
    told = f"{subscription.pk}/{subscription.nonce}/{purpose}"
    return salted_hmac("calls.alerts", told, algorithm="sha256").hexdigest()


def subscription_of(number: int, token: str, *, purpose: str, now: datetime) -> Subscription:
    """The subscription that a link names. Raises Refused("subscription-link-dead"), also if not confirmed in 3 days."""
    found = Subscription.objects.filter(pk=number).first()
    if found and constant_time_compare(token, token_for(found, purpose=purpose)):
        fresh = now - found.asked_at <= timedelta(days=CONFIRM_DAYS)
        if found.confirmed_at or fresh or purpose == "end":
            return found
    raise Refused("subscription-link-dead", days=CONFIRM_DAYS)


def alerts_due(now: datetime) -> list[tuple[Call, AlertKind]]:
    """What subscribers should know at `now`: calls that are open, and those that close within 7 days.

    A call in its last days is told of as such only: one letter, not two. Demonstrations are told of too.
    """
    return [(call, _kind(call, now)) for call in open_calls(now)]


def subscribers_by_language() -> dict[str, int]:
    """How many people are told, by language; never who."""
    found: dict[str, int] = {}
    confirmed = Subscription.objects.exclude(confirmed_at=None)
    for language in confirmed.order_by().values_list("language", flat=True):
        found[language] = found.get(language, 0) + 1
    return found


def processings() -> list[dict[str, str]]:
    """What the room does with data about people, in words."""
    return [
        {
            "title": _("Alerts about calls"),
            "what": _("Your e-mail address, your language, and which alerts were sent to you."),
            "why": _("To tell you of new calls: you asked for it, and confirmed it."),
            "readers": _(
                "Nobody: the site itself writes to you, and the staff see only how many subscribe."
            ),
            "until": _(
                "Until you unsubscribe, by one click in each mail; an address that is not confirmed, {days} days."
            ).format(days=CONFIRM_DAYS),
        },
    ]


def _kind(call: Call, now: datetime) -> AlertKind:
    soon = call.state(now + timedelta(days=LAST_DAYS)) == State.CLOSED
    return AlertKind.LAST_DAYS if soon else AlertKind.OPENING
