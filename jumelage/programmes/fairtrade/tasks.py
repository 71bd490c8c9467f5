"""Deliveries of the room, made after the answer."""

from datetime import date

from jumelage.foundation.accounts.models import User
from jumelage.foundation.kernel.background import task
from jumelage.programmes.fairtrade.models import Certificate
from jumelage.programmes.fairtrade.notices import certificates_end


@task
def tell_clerk(person: int, certificates: list[int], day: str) -> None:
    """Write to a clerk (by number) which certificates (by number) end, seen on `day` (ISO), if there are any still."""
    found = User.objects.filter(pk=person, is_active=True).first()
    rows = Certificate.objects.select_related("supplier", "mark").filter(pk__in=certificates)
    if found and rows:
        certificates_end(found, list(rows), today=date.fromisoformat(day)).send()
