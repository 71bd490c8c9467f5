"""Persons at risk as a feed: who, where they stand, and when we last looked. It goes with the page."""

from datetime import UTC, datetime, time

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext, gettext_lazy

from jumelage.programmes.atrisk.models import AdoptedPerson
from jumelage.programmes.atrisk.phrases import dated
from jumelage.programmes.atrisk.queries import published_people


class PeopleFeed(Feed[AdoptedPerson, None]):
    """The persons whom visitors may see."""

    feed_type = Atom1Feed
    author_name = settings.SITE_ADDRESS
    title = gettext_lazy("Persons at risk")
    subtitle = gettext_lazy("Persons whom the City adopted, and where they stand.")

    def link(self) -> str:
        """The list, in the reader's language."""
        return reverse("people-at-risk")

    def items(self) -> list[AdoptedPerson]:
        """The persons."""
        return published_people()

    def item_title(self, item: AdoptedPerson) -> str:
        """The name."""
        return item.name

    def item_description(self, item: AdoptedPerson) -> str:
        """The status and of when it is."""
        known = dated(item.status_date, item.status_until) or gettext("Not known")
        return f"{item.get_status_display()} ({known})"

    def item_link(self, item: AdoptedPerson) -> str:
        """The person's page."""
        return reverse("person-at-risk", args=[item.slug])

    def item_updateddate(self, item: AdoptedPerson) -> datetime | None:
        """The day of the last check."""
        return datetime.combine(item.checked_on, time(), UTC) if item.checked_on else None
