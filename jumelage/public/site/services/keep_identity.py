"""Say whose site this is."""

from typing import Any

from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.public.site.models import SiteIdentity


def keep_identity(values: dict[str, Any], *, actor: Any = None) -> SiteIdentity:
    """Set the site's identity to `values` (fields of `SiteIdentity`); the same again changes nothing.

    Raises ValidationError when a value does not suit its field.
    """
    return keep_record(SiteIdentity, {"pk": 1}, values, act="site.keep-identity", actor=actor)
