"""Calls for projects, whole enough to be published."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.services.publish_call import publish_call
from jumelage.programmes.calls.services.write_sheet import write_sheet
from tests.factories.texts import text

BRUSSELS = ZoneInfo("Europe/Brussels")
# While the call of the tests is open.
NOW = datetime(2027, 3, 10, 12, tzinfo=BRUSSELS)
HOUR = datetime(2027, 4, 1, 16, tzinfo=BRUSSELS)


def a_call(slug: str = "2027", **values: Any) -> Call:
    """A call in preparation, from 1 February to 1 April 2027 at 16:00, that lacks nothing."""
    given: dict[str, Any] = {
        "title": text("Call 2027"),
        "summary": text("In short"),
        "how_to_apply": text("Online"),
        "contact_email": "call@city.example",
        "budget_cents": 15_000_000,
        "opens_on": PartialDate(2027, 2, 1),
        "closes_on": PartialDate(2027, 4, 1),
        "closes_hour": time(16),
        "articles": [
            {"number": "1", "order": 1, "title": text("Aim"), "text": text("What it is for")},
            {"number": "2", "order": 2, "title": text("Who"), "text": text("Who may apply")},
        ],
        "tracks": [
            {
                "slug": "cooperation",
                "order": 1,
                "title": text("Cooperation"),
                "summary": text("With a partner"),
                "cap_cents": 800_000,
                "article": "2",
            },
            {"slug": "ecm", "order": 2, "title": text("Citizens"), "summary": text("Here")},
        ],
    }
    call = Call(slug=slug, year=2027)
    write_sheet(call, {**given, **values})
    return call


def an_open_call(slug: str = "2027", **values: Any) -> Call:
    """The same, published; open at `NOW`."""
    call = a_call(slug, **values)
    publish_call(call, now=NOW)
    return call
