"""What waits for those who keep the council's seats and opinions."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jumelage.city.governance.choices import Act, FollowUp
from jumelage.city.governance.models import Mandate, Opinion
from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting

_EXAMPLES = 3


def waiting(user: Any, today: date) -> list[Waiting]:
    """Opinions without an answer, what is not published, and seats that end this month."""
    if not may(user, Act.KEEP):
        return []
    unanswered = Opinion.objects.filter(follow_up__in=["", FollowUp.WAITING])
    return [
        _line(_("Opinions whose follow-up nobody entered"), "opinion", unanswered),
        _line(_("Opinions not published yet"), "opinion", Opinion.objects.filter(published=False)),
        _line(_("Seats not published yet"), "mandate", Mandate.objects.filter(published=False)),
        _line(
            _("Seats that end this month"),
            "mandate",
            Mandate.objects.filter(end__startswith=f"{today:%Y-%m}"),
        ),
    ]


def _line(title: Any, name: str, records: QuerySet[Any]) -> Waiting:
    examples = tuple(
        (str(record), reverse("register-record", args=[name, record.slug]))
        for record in records[:_EXAMPLES]
    )
    return Waiting(
        title=title,
        count=records.count(),
        address=reverse("register", args=[name]),
        examples=examples,
    )
