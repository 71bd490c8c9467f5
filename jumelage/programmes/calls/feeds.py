"""Calls and what happens to them, as a feed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext

from jumelage.programmes.calls import queries
from jumelage.programmes.calls.choices import NoticeKind, State
from jumelage.programmes.calls.models import Call, Notice
from jumelage.programmes.calls.phrases import moment_words
from jumelage.programmes.calls.rules.states import moment_of

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
        last = Notice.objects.filter(call=OuterRef("pk")).values("at")[:1]
        heads, calls = {}, []
        for call in queries.published_calls().annotate(told_at=Subquery(last)):
            regulation = queries.published(call)
            if regulation and call.current:
                heads[call.pk] = regulation.call
                at = max(call.current.at, call.told_at or call.current.at)
                calls.append(_of_call(regulation.call, at))
        notices = Notice.objects.filter(call__in=list(heads)).select_related("call")
        found = []
        for notice in notices[:_ENTRIES]:
            head = heads[notice.call_id]
            title = f"{NoticeKind(notice.kind).label} – {head.title}"
            text = " – ".join(filter(None, (str(notice.reason), _new_end(notice))))
            found.append(News(f"notice-{notice.pk}", head.slug, title, text, notice.at))
        # Of one moment the notice comes first: it says why.
        return sorted([*found, *calls], key=lambda news: news.at, reverse=True)[:_ENTRIES]

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


def _of_call(head: Call, at: datetime) -> News:
    """The call as it stands: a reader that shows the entry again must not show an end that was replaced."""
    title, text = str(head.title), str(head.summary)
    if head.cancelled:
        title = f"{State.CANCELLED.label} – {title}"
    elif head.closes_at:
        text = f"{text} – {gettext('Closes:')} {moment_words(head.closes_at)}"
    return News("call", head.slug, title, text, at)


def _new_end(notice: Notice) -> str:
    moment = moment_of(notice.closes_on, notice.closes_hour, zone=settings.TIME_ZONE)
    return f"{gettext('New end:')} {moment_words(moment)}" if moment else ""
