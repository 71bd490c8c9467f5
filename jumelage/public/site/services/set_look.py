"""Give the site its city's colours and logo."""

from hashlib import blake2b
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from jumelage.public.site.models import SiteIdentity
from jumelage.public.site.rules.colours import check_colours
from jumelage.public.site.services.clean_logo import clean_logo
from jumelage.public.site.services.keep_identity import keep_identity


def set_look(
    values: dict[str, Any], *, colours: dict[str, str], logo: bytes | None = None, actor: Any = None
) -> SiteIdentity:
    """The site's identity with `values` (fields of `SiteIdentity`), `colours` ("primary", "accent"; empty: the house's
    own) and `logo` (a picture's bytes; None leaves the one that is there).

    Raises Refused("colour-unreadable"), Refused("colour-contrast"), Refused("logo-too-large"), Refused("logo-svg"),
    Refused("logo-unreadable") or ValidationError; then nothing is kept.
    """
    check_colours(colours)
    kept = {**values, "colours": colours}
    if logo is not None:
        kept["logo"] = _stored(clean_logo(logo))
    return keep_identity(kept, actor=actor)


def _stored(content: bytes) -> str:
    # The name holds the content's hash: the same logo is stored once.
    name = f"site/logo-{blake2b(content, digest_size=10).hexdigest()}.png"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(content))
    return name
