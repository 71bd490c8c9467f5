"""Drafts whose day has come: to be reminded of, to be announced, to be erased."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from jumelage.programmes.applications.choices import Channel, State
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.queries.deadlines import deadline_of
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries import in_force
from jumelage.programmes.intake.rules.reminding import erased_at


@dataclass(frozen=True)
class Ageing:
    """A draft that was never deposited, in a call that is over, and when it is to be erased."""

    application: Application
    erased_at: datetime

    def erased_if_warned(self, now: datetime, days: int) -> datetime:
        """When it is erased if people are told at `now`, `days` before."""
        return max(self.erased_at, now + timedelta(days=days))


def drafts_of(call: Call) -> list[Application]:
    """What is being written in `call` and does not stand deposited, withdrawn ones included."""
    found = Application.objects.filter(call=call).exclude(state=State.DEPOSITED)
    return list(found.order_by("pk"))


def ageing_drafts(now: datetime) -> Iterator[Ageing]:
    """The drafts never deposited in calls that are over at `now`; what the service entered from paper never ages, nor
    does a draft in a call without a known end.
    """
    for call in Call.objects.filter(published=True).select_related("current"):
        closes_at = deadline_of(call).closes_at
        if closes_at is None or closes_at > now:
            continue
        days = in_force(call, "draft_retention_days")
        end = erased_at(closes_at=closes_at, retention_days=days)
        online = Application.objects.filter(call=call, channel=Channel.ONLINE)
        drafts = online.filter(state=State.DRAFT, deposits=None)
        for one in drafts.order_by("pk"):
            yield Ageing(one, end)
