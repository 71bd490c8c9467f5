"""Letters of the room, sent after the answer."""

from jumelage.foundation.kernel.background import task
from jumelage.programmes.calls.models import Alert, Subscription
from jumelage.programmes.calls.notices import alert_letter, confirmation_letter


@task
def ask_to_confirm(subscription: int) -> None:
    """Send the link by which to confirm; nothing when it is gone or confirmed."""
    found = Subscription.objects.filter(pk=subscription, confirmed_at=None).first()
    if found:
        confirmation_letter(found).send()


@task
def tell_subscriber(alert: int) -> None:
    """Send one alert; nothing when its subscriber is gone."""
    asked = Alert.objects.select_related("subscription", "call__current", "notice").filter(pk=alert)
    if found := asked.first():
        alert_letter(found).send()
