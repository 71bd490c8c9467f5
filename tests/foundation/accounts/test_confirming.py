"""Who has neither password nor second factor shows by a mailed code that it is them, before export and erasure."""

import re
import time

import pytest
from django.core import mail
from django.urls import reverse

from jumelage.foundation.accounts.models import User
from jumelage.foundation.accounts.rules.mailed_code import (
    MOST_TRIES,
    VALID_SECONDS,
    SentCode,
    is_open,
)
from jumelage.foundation.accounts.views import confirming
from tests.factories.accounts import UserFactory, staff_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def bare(client):
    """Somebody who signs in by codes only, signed in some time ago."""
    person = UserFactory()
    person.set_unusable_password()
    person.save()
    client.force_login(person)
    return person


def code():
    return re.search(r"^\s*([A-Z0-9]{3,}[- ]?[A-Z0-9]*)\s*$", mail.outbox[-1].body, re.MULTILINE)[1]


def typed(client, words):
    address = reverse("account-confirm") + "?next=" + reverse("account-export")
    return client.post(address, {"code": words})


def test_a_code_that_was_sent_lately_and_not_guessed_at_is_open():
    assert not is_open(None, now=0)
    assert is_open(SentCode("x", 0), now=VALID_SECONDS - 1)
    assert not is_open(SentCode("x", 0), now=VALID_SECONDS)
    assert is_open(SentCode("x", 0, MOST_TRIES - 1), now=0)
    assert not is_open(SentCode("x", 0, MOST_TRIES), now=0)


def test_export_goes_on_by_itself_after_the_code(client, bare):
    answer = client.post(reverse("account-export"))
    assert answer.status_code == 302
    assert reverse("account-confirm") in answer["Location"]
    page = client.get(answer["Location"])
    assert bare.email in page.content.decode()
    assert mail.outbox[-1].to == [bare.email]
    assert code() not in str(dict(client.session))
    done = client.post(answer["Location"], {"code": code().lower()})
    assert done["Content-Type"] == "application/json"
    assert client.post(reverse("account-export")).status_code == 200


def test_erasure_asks_for_the_code_too(client, bare):
    answer = client.get(reverse("account-erasure"))
    client.get(answer["Location"])
    again = client.post(answer["Location"], {"code": code()})
    assert again["Location"] == reverse("account-erasure")
    client.post(reverse("account-erasure"), {"sure": "on"})
    assert User.objects.get(pk=bare.pk).erased_at


def test_a_wrong_code_is_said_and_three_make_a_new_one(client, bare):
    client.post(reverse("account-export"))
    typed(client, "")
    first = code()
    assert len(mail.outbox) == 1
    for _ in range(MOST_TRIES):
        answer = typed(client, "WRONG")
        assert answer.status_code == 422
    typed(client, first)
    assert len(mail.outbox) == 2
    assert "/confirm" in client.post(reverse("account-export"))["Location"]
    assert typed(client, first).status_code == 422
    assert typed(client, code()).status_code == 200


def test_an_old_code_and_the_code_of_somebody_else_open_nothing(client, bare, monkeypatch):
    client.post(reverse("account-export"))
    client.get(reverse("account-confirm"))
    assert confirming._digest(bare, code()) != confirming._digest(UserFactory(), code())
    old = code()
    now = time.time()
    monkeypatch.setattr(confirming.time, "time", lambda: now + VALID_SECONDS + 1)
    assert typed(client, old).status_code == 200
    assert len(mail.outbox) == 2


def test_after_five_minutes_it_is_asked_again(client, bare, monkeypatch):
    answer = client.get(reverse("account-erasure"))
    client.get(answer["Location"])
    client.post(answer["Location"], {"code": code()})
    assert client.get(reverse("account-erasure")).status_code == 200
    now = time.time()
    monkeypatch.setattr(confirming.time, "time", lambda: now + 301)
    assert client.get(reverse("account-erasure")).status_code == 302


def test_codes_are_not_sent_without_end(client, bare, settings):
    settings.ACCOUNT_RATE_LIMITS = {"confirm_code": "2/15m/user"}
    for _ in range(2):
        assert client.get(reverse("account-confirm")).status_code == 200
        session = client.session
        del session["accounts_mailed_code"]
        session.save()
    assert client.get(reverse("account-confirm")).status_code == 429
    assert len(mail.outbox) == 2


def test_who_has_a_password_gives_it(client):
    person = UserFactory()
    client.force_login(person)
    assert client.get(reverse("account-confirm"))["Location"] == reverse("account_reauthenticate")
    assert "/reauthenticate/" in client.post(reverse("account-export"))["Location"]


def test_confirming_without_an_act_leads_home(client, bare):
    client.get(reverse("account-confirm"))
    assert client.post(reverse("account-confirm"), {"code": code()})["Location"] == reverse(
        "account"
    )
    assert client.get(reverse("account-confirm")).status_code == 200


def test_staff_without_a_second_factor_reach_it_too(client, bare):
    bare.roles.add(staff_role())
    assert client.get(reverse("account-confirm")).status_code == 200


def test_a_stranger_is_led_to_sign_in(client):
    assert client.get(reverse("account-confirm")).status_code == 302
    assert mail.outbox == []


def test_nobody_is_sent_elsewhere(client, bare):
    address = reverse("account-confirm") + "?next=https://evil.example/"
    client.get(address)
    assert client.post(address, {"code": code()})["Location"] == reverse("account")
