"""What the public site keeps of its own."""

from jumelage.public.site.models.identity import SiteIdentity
from jumelage.public.site.models.pages import EditorialPage

__all__ = ["EditorialPage", "SiteIdentity"]
