"""Say whether an organisation with a number is here, and count how often somebody asks."""

from typing import Any

from django.core.cache import cache
from django.utils import timezone

from jumelage.city.organisations.choices import ENTERPRISES
from jumelage.city.organisations.models import Organisation
from jumelage.city.organisations.queries import by_identifier
from jumelage.foundation.kernel.enterprise_number import parse_enterprise_number
from jumelage.foundation.kernel.errors import Refused

LIMIT = 20
WINDOW_SECONDS = 3600


def look_up_number(text: str, *, user: Any) -> Organisation | None:
    """The organisation that holds the enterprise number written in `text`, merged ones followed; None when nobody does.

    Only that it is here may be told to `user`, never who is behind it. At most 20 numbers an hour.
    Raises Refused("lookups-many") or what `parse_enterprise_number` refuses.
    """
    number = parse_enterprise_number(text)
    key, now = f"dossiers-numbers-{user.pk}", timezone.now().timestamp()
    # Not counted by `cache.incr`: on a database it gives the key the cache's own time to live, five minutes.
    asked = [at for at in cache.get(key, ()) if now - at < WINDOW_SECONDS]
    if len(asked) >= LIMIT:
        raise Refused("lookups-many")
    cache.set(key, [*asked, now], WINDOW_SECONDS)
    found = by_identifier(ENTERPRISES, number)
    return found.merged_into or found if found else None
