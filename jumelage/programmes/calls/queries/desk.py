"""What the staff see of calls: every one of them, and what waits."""

import json
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.questionnaires.queries.forms import FormUse, current_version
from jumelage.programmes.calls.choices import Act, State
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.regulation import content_of, working
from jumelage.programmes.calls.rules.changes import Change, changes

_SOON_DAYS = 7
_EXAMPLES = 3


def every_call() -> QuerySet[Call]:
    """Every call, those in preparation too, the latest first. 1 query."""
    return Call.objects.order_by("-year", "-closes_on", "slug")


def waiting_changes(call: Call) -> list[Change]:
    """What is written of a published call, or is new in its form, and not published yet. 8 queries, none before."""
    return changes_in(call, content_now(call)) if call.current else []


def content_now(call: Call) -> dict[str, Any]:
    """The texts as they are written now, in plain JSON, as the database would give them back. 7 queries."""
    plain: dict[str, Any] = json.loads(json.dumps(content_of(working(call))))
    return plain


def changes_in(call: Call, content: dict[str, Any]) -> list[Change]:
    """What differs in `content`, and in the form, from the version that visitors read; nothing before the first."""
    if call.current is None:
        return []
    found = changes(call.current.content, content)
    form, was = current_version(call.form) if call.form else None, call.current.form_version
    if form != was:
        numbers = {"before": was.number if was else None, "after": form.number if form else None}
        fields = [{"name": "form", **numbers}]
        found.append(
            {"list": "form", "kind": "changed", "number": "", "title": {}, "fields": fields}
        )
    return found


def form_uses(form: Form) -> list[FormUse]:
    """The calls that use `form`, with the tracks that it may name; of those that are not over, the articles too."""
    now = timezone.now()
    around = Call.objects.select_related("current__form_version")
    found = around.filter(form=form).prefetch_related("articles", "tracks")
    return [_use(call, over=call.state(now) in {State.CLOSED, State.CANCELLED}) for call in found]


def _use(call: Call, *, over: bool) -> FormUse:
    filled_in = call.current.form_version if call.current and not over else None
    return FormUse(
        label=call.title,
        address=reverse("desk-call", args=[call.slug]),
        articles=None if over else frozenset(article.number for article in call.articles.all()),
        tracks={track.slug: track.title for track in call.tracks.all()},
        number=filled_in.number if filled_in else None,
    )


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
