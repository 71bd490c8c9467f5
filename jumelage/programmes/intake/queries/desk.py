"""What waits for those who handle applications."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.waiting import Waiting
from jumelage.programmes.applications.choices import Channel, Sent, State
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.permissions import may_enter, may_handle
from jumelage.programmes.applications.queries.exchange import lost_mails
from jumelage.programmes.applications.queries.files import visible_to

EXAMPLES = 3


def waiting(user: Any, _today: date) -> list[Waiting]:
    """Questions without an answer, mails that came back, and paper that is not registered yet."""
    found = visible_to(user)
    lines = []
    if may_handle(user):
        asked = found.filter(questions__answered_at=None, questions__isnull=False).distinct()
        lines.append(_line(_("Applications with a question to answer"), asked, urgent=True))
        came_back = lost_mails().filter(state=Sent.BOUNCED)
        lost = found.filter(pk__in=came_back.values("application"))
        lines.append(_line(_("Applications with a mail that came back"), lost))
    if may_enter(user):
        typed = found.exclude(channel=Channel.ONLINE).filter(state=State.DRAFT)
        lines.append(_line(_("Paper applications to type in and register"), typed))
    return lines


def _line(title: Any, found: QuerySet[Application], *, urgent: bool = False) -> Waiting:
    rows = found.select_related("organisation").order_by("-id")
    return Waiting(
        title=title,
        count=found.count(),
        address=reverse("desk-applications"),
        examples=tuple(
            (str(one.organisation or one.pk), reverse("desk-application", args=[one.key]))
            for one in rows[:EXAMPLES]
        ),
        urgent=urgent,
    )
