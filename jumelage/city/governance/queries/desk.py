"""What waits for those who keep the council's seats and opinions."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from jumelage.city.governance.choices import Act, FollowUp
from jumelage.city.governance.models import Mandate, Opinion
from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.foundation.registers.queries.agenda import waiting_in


def waiting(user: Any, today: date) -> list[Waiting]:
    """Opinions without an answer, what is not published, and seats that end this month."""
    if not may(user, Act.KEEP):
        return []
    unanswered = Opinion.objects.filter(follow_up__in=["", FollowUp.WAITING])
    return [
        waiting_in("opinion", unanswered, title=_("Opinions whose follow-up nobody entered")),
        waiting_in(
            "opinion", Opinion.objects, title=_("Opinions not published yet"), published=False
        ),
        waiting_in("mandate", Mandate.objects, title=_("Seats not published yet"), published=False),
        waiting_in(
            "mandate",
            Mandate.objects.filter(end__startswith=f"{today:%Y-%m}"),
            title=_("Seats that end this month"),
        ),
    ]
