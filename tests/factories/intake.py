"""What came on paper, and what the service holds of it."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.applications.models import Application
from jumelage.programmes.calls.models import Call
from jumelage.programmes.intake.services.enter_application import enter_application
from tests.factories.applications import NOW, a_call
from tests.factories.files import pdf

ORIGINAL = ("scan.pdf", pdf("The original"))


def an_open_call() -> Call:
    """A call that is open on the day of the tests, whichever it is."""
    return a_call(
        opens_on=PartialDate(2026, 1, 1),
        closes_on=PartialDate(timezone.localdate().year + 1, 12, 31),
    )


def paper_values(**given: Any) -> dict[str, Any]:
    """What a clerk writes down of a de facto association that came to the counter."""
    return {
        "channel": "paper",
        "arrived_at": NOW - timedelta(hours=2),
        "language": "fr",
        "legal_form": "de_facto",
        "name": "Les Voisins de Labé",
        "enterprise_number": "",
        "sender": "Aïcha Diallo",
        "sender_email": "aicha@test.example",
        "sender_phone": "",
        "note": "",
        **given,
    }


def entered(call: Call, user: Any, now: datetime = NOW, **given: Any) -> Application:
    """A paper application in the first track of `call`, entered by `user`."""
    track = call.tracks.order_by("pk")[0]
    return enter_application(
        call, track, paper_values(**given), original=ORIGINAL, user=user, now=now
    )
