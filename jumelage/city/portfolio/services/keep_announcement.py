"""Keep what somebody announces."""

from typing import Any

from jumelage.city.portfolio.models import Announcement
from jumelage.foundation.audit.services.keep_record import keep_record


def keep_announcement(slug: str, values: dict[str, Any], *, actor: Any = None) -> Announcement:
    """The announcement `slug` with `values` (fields of `Announcement`; `partnership` is a record or None).

    Raises ValidationError when a value does not suit its field.
    """
    return keep_record(
        Announcement, {"slug": slug}, values, act="portfolio.keep-announcement", actor=actor
    )
