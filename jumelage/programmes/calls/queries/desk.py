"""What the staff see of calls: every one of them, and what waits."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.queries.forms import FormUse
from jumelage.programmes.calls.choices import Act, State
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.regulation import content_of, working
from jumelage.programmes.calls.rules.changes import Change, changes

_SOON_DAYS = 7
_EXAMPLES = 3


def every_call() -> QuerySet[Call]:
    """Every call, those in preparation too, the latest first. 1 query."""
    return Call.objects.order_by("-year", "-closes_on", "slug")


def waiting_texts(call: Call) -> list[Change]:
    """What is written of a published call and not published yet. 7 queries, none before it is published."""
    if call.current is None:
        return []
    return changes(call.current.content, content_of(working(call)))


def form_uses(form: Form) -> list[FormUse]:
    """The calls that use `form`, with the articles and tracks that it may name."""
    return [
        FormUse(
            label=call.title,
            address=reverse("desk-call", args=[call.slug]),
            articles=frozenset(article.number for article in call.articles.all()),
            tracks={track.slug: track.title for track in call.tracks.all()},
        )
        for call in Call.objects.filter(form=form).prefetch_related("articles", "tracks")
    ]


def waiting(user: Any, today: date) -> list[Waiting]:
    """Calls in preparation, and open ones that close within 7 days."""
    if not may(user, Act.KEEP):
        return []
    drafts = Call.objects.filter(published=False)
    now = timezone.make_aware(datetime.combine(today, time(12)))
    shown = Call.objects.filter(published=True, cancelled=False)
    soon = [
        call
        for call in shown
        if call.state(now) == State.OPEN
        and call.state(now + timedelta(days=_SOON_DAYS)) == State.CLOSED
    ]
    return [
        _line(_("Calls in preparation"), list(drafts[:_EXAMPLES]), drafts.count()),
        _line(_("Calls that close within a week"), soon, len(soon)),
    ]


def _line(title: Any, calls: list[Call], count: int) -> Waiting:
    return Waiting(
        title=title,
        count=count,
        address=reverse("desk-calls"),
        examples=tuple(
            (call.title, reverse("desk-call", args=[call.slug])) for call in calls[:_EXAMPLES]
        ),
    )
