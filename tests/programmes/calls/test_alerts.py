"""Being told of calls: asked, confirmed by a button, told once, ended in one click."""

import re
from datetime import time, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.calls.choices import AlertKind
from jumelage.programmes.calls.models import Alert, Subscription
from jumelage.programmes.calls.queries.alerts import (
    alerts_due,
    subscribers_by_language,
    subscription_of,
    token_for,
)
from jumelage.programmes.calls.services.alerts.confirm_subscription import confirm_subscription
from jumelage.programmes.calls.services.alerts.send_alerts import send_alerts
from jumelage.programmes.calls.services.alerts.subscribe import subscribe
from jumelage.programmes.calls.services.alerts.unsubscribe import unsubscribe
from jumelage.programmes.calls.services.extend_call import extend_call
from jumelage.programmes.calls.tasks import ask_to_confirm, tell_subscriber
from tests.factories.calls import HOUR, NOW, a_call, an_open_call

pytestmark = pytest.mark.django_db
ADDRESS = "jo@association.example"


def ask(django_capture_on_commit_callbacks, **more) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        subscribe(**{"email": ADDRESS, "language": "nl", "now": NOW, **more})


@pytest.fixture
def asks(django_capture_on_commit_callbacks):
    return lambda **more: ask(django_capture_on_commit_callbacks, **more)


@pytest.fixture
def subscriber() -> Subscription:
    return Subscription.objects.create(
        email=ADDRESS, language="nl", nonce="n" * 40, asked_at=NOW, confirmed_at=NOW
    )


def test_asking_sends_one_letter_in_the_readers_language(asks) -> None:
    asks(email=f" {ADDRESS.upper()} ")
    (letter,) = mail.outbox
    assert letter.to == [ADDRESS]
    assert "/nl/oproepen/meldingen/" in letter.body
    found = Subscription.objects.get()
    assert (found.email, found.confirmed_at) == (ADDRESS, None)
    # Nothing that stands in the letter stands in the database.
    token = re.search(r"/([0-9a-f]{64})/", letter.body)[1]
    assert token not in repr(vars(found))
    assert token_for(found, purpose="confirm") == token != token_for(found, purpose="end")


def test_nobody_is_flooded_and_nobody_learns_whether_an_address_is_known(asks) -> None:
    asks()
    asks(now=NOW + timedelta(minutes=9))
    assert len(mail.outbox) == 1
    asks(now=NOW + timedelta(minutes=11), language="fr")
    assert len(mail.outbox) == 2
    assert Subscription.objects.get().language == "fr"
    Subscription.objects.update(confirmed_at=NOW)
    asks(now=NOW + timedelta(days=1))
    assert len(mail.outbox) == 2


def test_a_subscription_counts_once_confirmed() -> None:
    found = Subscription.objects.create(email=ADDRESS, language="fr", nonce="x", asked_at=NOW)
    token = token_for(found, purpose="confirm")
    assert subscribers_by_language() == {}
    assert confirm_subscription(found.pk, token, now=NOW).confirmed_at == NOW
    later = NOW + timedelta(days=9)
    assert confirm_subscription(found.pk, token, now=later).confirmed_at == NOW
    assert subscribers_by_language() == {"fr": 1}


def test_what_is_ended_at_the_same_moment_is_not_kept(monkeypatch) -> None:
    found = Subscription.objects.create(email="a@b.example", language="fr", nonce="n", asked_at=NOW)
    Subscription.objects.all().delete()
    monkeypatch.setattr(
        f"{confirm_subscription.__module__}.subscription_of", lambda *_, **__: found
    )
    confirm_subscription(1, "", now=NOW)

    def taken(**_: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(Subscription.objects, "create", taken)
    subscribe("a@b.example", language="fr", now=NOW)
    assert not Subscription.objects.exists()
    assert not mail.outbox


def test_a_wrong_or_old_link_is_dead() -> None:
    found = Subscription.objects.create(email=ADDRESS, language="fr", nonce="x", asked_at=NOW)
    late = NOW + timedelta(days=3, seconds=1)
    dead = [
        (found.pk, "0" * 64, NOW),
        (found.pk + 1, token_for(found, purpose="confirm"), NOW),
        (found.pk, token_for(found, purpose="end"), NOW),
        (found.pk, token_for(found, purpose="confirm"), late),
    ]
    for number, token, now in dead:
        with pytest.raises(Refused) as caught:
            confirm_subscription(number, token, now=now)
        assert caught.value.code == "subscription-link-dead"
    assert subscription_of(found.pk, token_for(found, purpose="end"), purpose="end", now=late)


def test_ending_erases_the_address(subscriber: Subscription) -> None:
    unsubscribe(subscriber.pk, "0" * 64, now=NOW)
    assert Subscription.objects.count() == 1
    token = token_for(subscriber, purpose="end")
    unsubscribe(subscriber.pk, token, now=NOW)
    unsubscribe(subscriber.pk, token, now=NOW)
    assert Subscription.objects.count() == 0


def test_subscribers_are_told_once_of_an_opening_and_once_of_the_last_days(
    subscriber: Subscription, django_capture_on_commit_callbacks
) -> None:
    Subscription.objects.create(email="a@b.example", language="fr", nonce="y", asked_at=NOW)
    assert send_alerts(now=NOW) == 0
    an_open_call()
    a_call("draft")
    with django_capture_on_commit_callbacks(execute=True):
        assert send_alerts(now=NOW) == 1
        assert send_alerts(now=NOW) == 0
    (letter,) = mail.outbox
    assert letter.to == [ADDRESS]
    assert "/nl/oproepen/2027/" in letter.body
    assert "donderdag 1 april 2027 om 16:00" in letter.body
    end = letter.extra_headers["List-Unsubscribe"].strip("<>")
    assert end in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    with django_capture_on_commit_callbacks(execute=True):
        assert send_alerts(now=HOUR - timedelta(days=6)) == 1
    assert [one.kind for one in Alert.objects.all()] == [AlertKind.OPENING, AlertKind.LAST_DAYS]
    assert "Sluit binnenkort" in mail.outbox[1].subject
    # The request that was never confirmed is erased.
    assert not Subscription.objects.filter(confirmed_at=None).exists()


def test_subscribers_are_told_once_of_each_re_opening(
    subscriber: Subscription, django_capture_on_commit_callbacks
) -> None:
    Subscription.objects.create(email="a@b.example", language="fr", nonce="y", asked_at=NOW)
    call, after = an_open_call(), HOUR + timedelta(minutes=20)
    why = {"fr": "Panne du réseau", "nl": "Netwerkstoring"}
    with django_capture_on_commit_callbacks(execute=True):
        # While it is open, its page and those with a draft are told; who waits for calls knows of it already.
        extend_call(call, PartialDate(2027, 4, 1), time(16, 10), why, now=NOW, outage=True)
    assert mail.outbox == []
    for _click in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            extend_call(call, PartialDate(2027, 4, 2), time(16), why, now=after, outage=True)
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == ([ADDRESS], "Opnieuw open: Call 2027 (nl)")
    assert "Netwerkstoring" in letter.body
    assert "vrijdag 2 april 2027 om 16:00" in letter.body
    end = letter.extra_headers["List-Unsubscribe"].strip("<>")
    assert end in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    # That letter names the new end: the night adds none.
    assert send_alerts(now=after) == 0
    with django_capture_on_commit_callbacks(execute=True):
        again = after + timedelta(days=1)
        extend_call(call, PartialDate(2027, 4, 3), time(16), why, now=again, outage=True)
    assert [one.notice.closed_on.day for one in Alert.objects.all()] == [1, 2]
    assert len(mail.outbox) == 2


def test_a_mail_program_ends_a_subscription_by_itself(subscriber: Subscription) -> None:
    address = reverse("call-alerts-end", args=[subscriber.pk, token_for(subscriber, purpose="end")])
    client = Client(enforce_csrf_checks=True)
    assert client.get(address).status_code == 200
    assert Subscription.objects.count() == 1
    answer = client.post(address, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, Subscription.objects.count()) == (200, 0)
    assert client.post(address).status_code == 200


def test_letters_to_people_who_left_are_not_sent(subscriber: Subscription) -> None:
    alert = Alert.objects.create(
        call=an_open_call(), kind=AlertKind.OPENING, subscription=subscriber, at=NOW
    )
    ask_to_confirm.call(subscriber.pk)
    subscriber.delete()
    tell_subscriber.call(alert.pk)
    ask_to_confirm.call(subscriber.pk or 0)
    assert mail.outbox == []


def test_the_nightly_command_says_what_it_sent(capsys) -> None:
    call_command("remind_calls")
    assert "letters about calls: 0" in capsys.readouterr().out


def test_the_page_answers_the_same_for_known_and_unknown_addresses(
    subscriber: Subscription,
) -> None:
    with override("fr"):
        address = reverse("call-alerts")
    known = Client().post(address, {"email": subscriber.email})
    unknown = Client().post(address, {"email": "new@association.example"})
    robot = Client().post(address, {"email": "robot@x.example", "website": "x"})
    bodies = {answer.content for answer in (known, unknown, robot)}
    assert (len(bodies), known.status_code) == (1, 200)
    assert not Subscription.objects.filter(email="robot@x.example").exists()
    wrong = Client().post(address, {"email": "no address"})
    assert wrong.status_code == 422
    assert b"no address" in wrong.content
    assert "nom@exemple.org" in wrong.content.decode()


def test_one_connection_asks_ten_times_an_hour() -> None:
    with override("nl"):
        address = reverse("call-alerts")
    asked = [Client().post(address, {"email": f"{one}@x.example"}) for one in range(11)]
    assert [one.status_code for one in asked] == [200] * 10 + [429]
    assert Subscription.objects.count() == 10
    told = asked[-1].content.decode()
    # What was typed stays, and the page says how long to wait.
    assert "Wacht een uur" in told
    assert 'value="10@x.example"' in told
    assert Client().post(address, {"email": "no address"}).status_code == 422


def test_one_confirms_by_a_button_not_by_opening_a_link() -> None:
    found = Subscription.objects.create(
        email=ADDRESS, language="fr", nonce="x", asked_at=NOW + timedelta(days=9000)
    )
    address = reverse("call-alerts-confirm", args=[found.pk, token_for(found, purpose="confirm")])
    page = Client().get(address)
    # Browsers that tell nobody where a form was sent from send “Origin: null”, which is refused.
    assert b'<meta name="referrer" content="same-origin">' in page.content
    found.refresh_from_db()
    assert found.confirmed_at is None
    assert Client().post(address).status_code == 200
    found.refresh_from_db()
    assert found.confirmed_at
    again = Client().get(address).content.decode()
    assert "<form" not in again.partition("<h1")[2].partition("</main>")[0]
    assert "Confirmé." in again
    dead = reverse("call-alerts-confirm", args=[found.pk, "0" * 64])
    assert (Client().get(dead).status_code, Client().post(dead).status_code) == (410, 410)


def test_what_is_due() -> None:
    call = an_open_call()
    assert alerts_due(NOW) == [(call, AlertKind.OPENING)]
    assert alerts_due(HOUR - timedelta(days=2)) == [(call, AlertKind.LAST_DAYS)]
    assert alerts_due(HOUR + timedelta(days=2)) == []
