"""The feed and the calendar file follow a call that moves: same entries, newer, at their new hour."""

from datetime import datetime, time, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.services.cancel_call import cancel_call
from jumelage.programmes.calls.services.extend_call import extend_call
from tests.factories.calls import NOW, an_open_call

pytestmark = pytest.mark.django_db
WHY = {"fr": "Panne", "nl": "Storing"}
ATOM = "{http://www.w3.org/2005/Atom}"


def answer(name: str, *args: str) -> bytes:
    with override("fr"):
        return Client().get(reverse(name, args=args)).content


def entries() -> dict[str, dict[str, str]]:
    """What the feed tells, by the end of the entry's name."""
    feed = ET.fromstring(answer("calls-feed"))
    found = {}
    for entry in feed.iter(f"{ATOM}entry"):
        told = {name: entry.findtext(ATOM + name, "") for name in ("title", "summary", "updated")}
        found[entry.findtext(f"{ATOM}id", "").partition("#")[2]] = told
    return found


def closing() -> Any:
    """The entry of the closing hour."""
    events = icalendar.Calendar.from_ical(answer("call-calendar", "2027")).walk("VEVENT")
    return next(one for one in events if one["UID"].startswith("2027.closing@"))


def test_an_entry_of_the_feed_is_the_same_one_and_newer() -> None:
    call = an_open_call()
    before = entries()["call"]
    assert before["summary"].endswith("Clôture : jeudi 1er avril 2027 à 16:00")
    later = NOW + timedelta(hours=1)
    notice = extend_call(call, PartialDate(2027, 4, 8), time(12), WHY, now=later)
    found = entries()
    assert found["call"]["summary"].endswith("Clôture : jeudi 8 avril 2027 à 12:00")
    assert datetime.fromisoformat(found["call"]["updated"]) == later
    told = found[f"notice-{notice.pk}"]["summary"]
    assert told == "Panne – Nouvelle clôture : jeudi 8 avril 2027 à 12:00"
    cancel_call(call, WHY, now=NOW + timedelta(hours=2))
    found = entries()
    assert found["call"]["title"] == "Annulé – Call 2027 (fr)"
    assert "Clôture" not in found["call"]["summary"]
    assert [one["summary"] for one in found.values()].count("Panne") == 1
    assert before["title"] == "Call 2027 (fr)"


def test_the_feed_gives_no_hour_that_nobody_knows() -> None:
    an_open_call()
    Call.objects.update(closes_hour=None)
    assert entries()["call"]["summary"] == "In short (fr)"


def test_the_same_entry_of_the_calendar_moves_and_is_cancelled_with_a_higher_number() -> None:
    call = an_open_call()
    seen = [closing()]
    extend_call(call, PartialDate(2027, 4, 8), time(12), WHY, now=NOW + timedelta(hours=1))
    seen.append(closing())
    cancel_call(call, WHY, now=NOW + timedelta(hours=2))
    seen.append(closing())
    assert len({str(one["UID"]) for one in seen}) == 1
    assert seen[0]["SEQUENCE"] < seen[1]["SEQUENCE"] < seen[2]["SEQUENCE"]
    assert seen[1].decoded("DTSTART") == seen[2].decoded("DTSTART") == call.closes_at
    assert [str(one["STATUS"]) for one in seen] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
