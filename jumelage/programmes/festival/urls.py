"""Addresses of the fortnight, for visitors."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.programmes.festival.feeds import EditionFeed
from jumelage.programmes.festival.views import public

urlpatterns = [
    path(pgettext_lazy("url", "fortnight/"), public.fortnight, name="fortnight"),
    path(
        pgettext_lazy("url", "fortnight/events/<slug:slug>/"), public.event, name="fortnight-event"
    ),
    path(
        pgettext_lazy("url", "fortnight/events/<slug:slug>/event.ics"),
        public.event_calendar,
        name="fortnight-event-calendar",
    ),
    path(pgettext_lazy("url", "fortnight/<slug:slug>/"), public.edition, name="fortnight-edition"),
    path(
        pgettext_lazy("url", "fortnight/<slug:slug>/programme.ics"),
        public.edition_calendar,
        name="fortnight-calendar",
    ),
    path(
        pgettext_lazy("url", "fortnight/<slug:slug>/programme.atom"),
        EditionFeed(),
        name="fortnight-feed",
    ),
]
