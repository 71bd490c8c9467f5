"""Questions asked of the public site."""

from jumelage.public.site.queries.site_identity import identity

__all__ = ["identity"]
