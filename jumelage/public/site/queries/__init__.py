"""Questions asked of the public site."""

from jumelage.public.site.queries.editorial import key_at, page_in
from jumelage.public.site.queries.news import next_moment, waiting
from jumelage.public.site.queries.site_identity import identity

__all__ = ["identity", "key_at", "next_moment", "page_in", "waiting"]
