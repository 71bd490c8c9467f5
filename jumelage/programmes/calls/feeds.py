"""Calls and what happens to them, as a feed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext

from jumelage.programmes.calls import queries
from jumelage.programmes.calls.choices import NoticeKind
from jumelage.programmes.calls.models import Notice

_ENTRIES = 30


@dataclass(frozen=True)
class News:
    """A call that was published, or a notice about one."""

    key: str
    slug: str
    title: str
    text: str
    at: datetime


class CallsFeed(Feed[News, Any]):
    """Every published call and every notice, the newest first."""

    feed_type = Atom1Feed
    author_name = settings.SITE_ADDRESS

    def title(self) -> str:
        """What it is."""
        return gettext("Calls for projects")

    def subtitle(self) -> str:
        """What it tells."""
        return gettext("Calls that open, change, get more time or are cancelled.")

    def link(self) -> str:
        """The page of the calls."""
        return reverse("calls")

    def items(self) -> list[News]:
        """The newest. 2 queries."""
        heads = {
            call.pk: regulation.call
            for call in queries.published_calls()
            if (regulation := queries.published(call)) and call.current
        }
        found = [
            News("call", call.slug, str(call.title), str(call.summary), call.current.at)
            for call in heads.values()
            if call.current
        ]
        notices = Notice.objects.filter(call__in=list(heads)).select_related("call")
        for notice in notices[:_ENTRIES]:
            head = heads[notice.call_id]
            title = f"{NoticeKind(notice.kind).label} – {head.title}"
            found.append(
                News(f"notice-{notice.pk}", head.slug, title, str(notice.reason), notice.at)
            )
        return sorted(found, key=lambda news: news.at, reverse=True)[:_ENTRIES]

    def item_title(self, item: News) -> str:
        """What happened."""
        return item.title

    def item_description(self, item: News) -> str:
        """In short, or why."""
        return escape(item.text)

    def item_link(self, item: News) -> str:
        """The page of the call."""
        return f"{reverse('call', args=[item.slug])}#{item.key}"

    def item_updateddate(self, item: News) -> datetime:
        """When."""
        return item.at
