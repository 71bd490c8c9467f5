"""Addresses of calls, for visitors."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.programmes.calls.feeds import CallsFeed
from jumelage.programmes.calls.views import alerts, public

urlpatterns = [
    path(pgettext_lazy("url", "calls/"), public.calls, name="calls"),
    path(pgettext_lazy("url", "calls/feed.atom"), CallsFeed(), name="calls-feed"),
    path(pgettext_lazy("url", "calls/alerts/"), alerts.alerts, name="call-alerts"),
    path(
        pgettext_lazy("url", "calls/alerts/<int:number>/<str:token>/confirm/"),
        alerts.confirm,
        name="call-alerts-confirm",
    ),
    path(
        pgettext_lazy("url", "calls/alerts/<int:number>/<str:token>/end/"),
        alerts.end,
        name="call-alerts-end",
    ),
    path(pgettext_lazy("url", "calls/<slug:slug>/"), public.call, name="call"),
    path(
        pgettext_lazy("url", "calls/<slug:slug>/may-i-apply/"),
        public.eligibility,
        name="call-eligibility",
    ),
    path(
        pgettext_lazy("url", "calls/<slug:slug>/form/<slug:track>.pdf"),
        public.empty_form,
        name="call-form",
    ),
    path(
        pgettext_lazy("url", "calls/<slug:slug>/calendar.ics"),
        public.call_calendar,
        name="call-calendar",
    ),
]
