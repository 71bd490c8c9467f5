"""What the public site keeps of its own."""

from jumelage.public.site.models.identity import SiteIdentity

__all__ = ["SiteIdentity"]
