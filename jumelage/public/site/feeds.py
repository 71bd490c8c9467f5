"""News as a feed."""

from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext

from jumelage.foundation.audit.queries import last_change_of
from jumelage.public.site.models import News
from jumelage.public.site.queries.news import news
from jumelage.public.site.queries.site_identity import identity

LATEST = 30


class NewsFeed(Feed[News, Any]):
    """The latest notices that visitors see, in the reader's language."""

    feed_type = Atom1Feed

    def title(self) -> str:
        """Whose news."""
        return f"{gettext('News')} – {identity().city_name}"

    def author_name(self) -> str:
        """Who tells them."""
        return str(identity().city_name)

    def link(self) -> str:
        """Where they stand."""
        return reverse("news")

    def items(self) -> list[News]:
        """The newest first."""
        return list(news()[:LATEST])

    def item_title(self, item: News) -> str:
        """Its title: plain text, as Atom has it."""
        return str(item.title)

    def item_description(self, item: News) -> str:
        """Its introduction."""
        return escape(str(item.summary))

    def item_link(self, item: News) -> str:
        """Its page."""
        return reverse("news-item", args=[item.slug])

    def item_pubdate(self, item: News) -> datetime | None:
        """The day that it bears, where it is a whole day."""
        if not item.date or not item.date.day:
            return None
        return timezone.make_aware(datetime.combine(item.date.earliest, time()))

    def item_updateddate(self, item: News) -> datetime | None:
        """When it last changed, as the journal knows."""
        return last_change_of([item])
