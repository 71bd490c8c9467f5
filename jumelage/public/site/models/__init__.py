"""What the public site keeps of its own."""

from jumelage.public.site.models.identity import SiteIdentity
from jumelage.public.site.models.news import News, NewsVersion
from jumelage.public.site.models.pages import EditorialPage
from jumelage.public.site.models.search import SearchEntry, Word

__all__ = [
    "EditorialPage",
    "News",
    "NewsVersion",
    "SearchEntry",
    "SiteIdentity",
    "Word",
]
