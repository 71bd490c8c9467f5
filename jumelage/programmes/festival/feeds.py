"""The events of an edition as a feed: what is new or changed in the programme."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from jumelage.foundation.audit.queries import last_change_of
from jumelage.programmes.festival import queries
from jumelage.programmes.festival.models import Edition, Event
from jumelage.programmes.festival.phrases import days_words, hour_words


class EditionFeed(Feed[Event, Edition]):
    """The events of one edition that visitors may see."""

    feed_type = Atom1Feed
    author_name = settings.SITE_ADDRESS

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Edition:  # noqa: ARG002
        """The edition that the address names."""
        found = queries.edition(kwargs["slug"])
        if found is None:
            raise Http404
        return found

    def title(self, obj: Edition) -> str:
        """The edition's title."""
        return str(obj.title)

    def subtitle(self, obj: Edition) -> str:
        """Its theme."""
        return str(obj.theme)

    def link(self, obj: Edition) -> str:
        """Its page, in the reader's language."""
        return reverse("fortnight-edition", args=[obj.slug])

    def items(self, obj: Edition) -> list[Event]:
        """Its events."""
        return list(queries.events_of(obj))

    def item_title(self, item: Event) -> str:
        """The event's title."""
        return str(item.title)

    def item_description(self, item: Event) -> str:
        """When, and what."""
        moments = "; ".join(
            f"{days_words(one.date, one.until)}, {hour_words(one.starts_at, one.ends_at)}"
            for one in item.occurrences.all()
        )
        return escape(". ".join(filter(None, (moments, str(item.summary)))))

    def item_link(self, item: Event) -> str:
        """The event's page."""
        return reverse("fortnight-event", args=[item.slug])

    def item_updateddate(self, item: Event) -> datetime | None:
        """When we last changed it, where the journal knows."""
        return last_change_of([item])
