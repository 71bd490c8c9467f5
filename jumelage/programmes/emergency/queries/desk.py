"""What waits for those who keep the emergency aid."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.permissions import may
from jumelage.foundation.kernel.waiting import Waiting
from jumelage.foundation.registers.queries.agenda import waiting_in
from jumelage.programmes.emergency.choices import Act, Outcome
from jumelage.programmes.emergency.models import Crisis, Response


def waiting(user: Any, _today: date) -> list[Waiting]:
    """What visitors do not see yet, published aid without the decision behind it, and without evidence."""
    if not may(user, Act.KEEP):
        return []
    shown = Response.objects.filter(published=True)
    return [
        waiting_in("crisis", Crisis.objects, title=_("Crises not published yet"), published=False),
        waiting_in(
            "response",
            Response.objects,
            title=_("Answers to crises not published yet"),
            published=False,
        ),
        waiting_in(
            "response",
            shown.filter(decision=None).exclude(outcome=Outcome.DEFERRED),
            title=_("Published aid without its decision"),
        ),
        waiting_in(
            "response", shown.filter(claims=None), title=_("Published aid without evidence")
        ),
    ]
