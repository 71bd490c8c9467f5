"""With which calls one can do something now: open, just closed, opening soon, cancelled before the end."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries import calls_at_hand
from jumelage.programmes.calls.rules.states import Moved
from jumelage.programmes.calls.services.cancel_call import cancel_call
from jumelage.programmes.calls.services.extend_call import extend_call
from tests.factories.calls import HOUR, NOW, a_call, an_open_call

pytestmark = pytest.mark.django_db
WHY = {"fr": "Motif", "nl": "Reden"}
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("now", "stage", "today"),
    [
        (NOW - timedelta(days=60), "coming", False),
        (NOW, "open", False),
        (HOUR - timedelta(hours=3), "open", True),
        (HOUR, "open", True),
        (HOUR + SECOND, "grace", False),
        (HOUR + timedelta(minutes=30), "grace", False),
    ],
)
def test_a_call_is_at_hand_until_its_grace_is_over(now: Any, stage: str, today: bool) -> None:
    an_open_call()
    (one,) = calls_at_hand(now)
    assert (one.stage, one.today, one.online, one.moved) == (stage, today, False, None)
    assert one.grace_until == (HOUR + timedelta(minutes=30) if stage == "grace" else None)
    assert calls_at_hand(HOUR + timedelta(minutes=30, seconds=1)) == []


@pytest.mark.parametrize("many", [1, 3])
def test_what_is_at_hand_is_asked_at_once(django_assert_num_queries: Any, many: int) -> None:
    a_call("draft")
    for number in range(many):
        an_open_call(f"call-{number}")
    with django_assert_num_queries(1):
        assert len(calls_at_hand(NOW)) == many


def test_the_end_that_was_replaced_is_told_the_last_one_first() -> None:
    call = an_open_call()
    extend_call(call, PartialDate(2027, 4, 8), time(12), WHY, now=NOW)
    assert calls_at_hand(NOW)[0].moved == Moved(PartialDate(2027, 4, 1), time(16))
    later = NOW + timedelta(hours=1)
    extend_call(call, PartialDate(2027, 4, 9), time(12), WHY, now=later, outage=True)
    assert calls_at_hand(NOW)[0].moved == Moved(PartialDate(2027, 4, 8), time(12))


def test_the_moment_of_a_notice_is_not_read_as_the_hour_at_which_the_site_was_down(
    client: Client,
) -> None:
    call, later = an_open_call(), HOUR + timedelta(minutes=7)
    extend_call(call, PartialDate(2027, 4, 9), time(12), WHY, now=later, outage=True)
    page = client.get(reverse("call", args=[call.slug])).content.decode()
    assert ">Site hors service à l’heure de clôture</h2>" in page
    assert ">Avis du <time" in page


def test_a_cancelled_call_is_told_of_until_it_would_have_closed() -> None:
    call = an_open_call()
    an_open_call("other", opens_on=PartialDate(2027, 3, 1))
    cancel_call(call, WHY, now=NOW)
    assert [(one.call.slug, one.stage) for one in calls_at_hand(HOUR)] == [
        ("other", "open"),
        ("2027", "cancelled"),
    ]
    assert [one.call.slug for one in calls_at_hand(HOUR + SECOND)] == ["other"]


def test_a_call_without_hour_has_no_grace_and_one_without_texts_is_not_told() -> None:
    call = an_open_call()
    Call.objects.update(closes_hour=None)
    (one,) = calls_at_hand(HOUR)
    assert (one.stage, one.today) == ("open", False)
    assert calls_at_hand(HOUR + timedelta(days=1)) == []
    Call.objects.filter(pk=call.pk).update(current=None)
    assert calls_at_hand(HOUR) == []
