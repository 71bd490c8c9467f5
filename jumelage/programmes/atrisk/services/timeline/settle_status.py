"""Give a person the status of the latest check."""

from jumelage.foundation.audit.services.set_values import set_values
from jumelage.programmes.atrisk.choices import Status
from jumelage.programmes.atrisk.models import AdoptedPerson


def settle_status(person: AdoptedPerson) -> list[str]:
    """The names of the fields that changed; to be called in the transaction of the act, which journals."""
    latest = person.checks.order_by("-checked_on", "-pk").first()
    values = {
        "status": latest.status if latest else Status.UNKNOWN,
        "status_date": latest.date if latest else None,
        "status_until": latest.until if latest else None,
        "checked_on": latest.checked_on.earliest if latest else None,
    }
    return set_values(person, values)
