"""What somebody tries who wants into another person's account."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal import auth as totp_auth
from django.core import mail
from django.core.cache import cache
from django.core.cache.backends import db as kept
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jumelage.foundation.accounts.models import User
from jumelage.foundation.audit.models import Entry
from tests.factories.accounts import PASSWORD, UserFactory, with_app
from tests.foundation.accounts.test_pages import SECRET, code_in_mail, sign_in

pytestmark = pytest.mark.django_db
VICTIM = "awa@example.org"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def clock(monkeypatch) -> SimpleNamespace:
    """The seconds since a code's half minute began, for the app, the site and what the site remembers."""
    begun, real = 1_800_000_000.0, timezone.now
    stands = SimpleNamespace(passed=0.0, time=lambda: begun + stands.passed)
    monkeypatch.setattr(totp_auth, "time", stands)
    monkeypatch.setattr(kept, "tz_now", lambda: real() + timedelta(seconds=stands.passed))
    return stands


def a_browser() -> Client:
    return Client(HTTP_HOST="localhost")


def code_of_step(clock: SimpleNamespace) -> str:
    return totp_auth.format_hotp_value(totp_auth.hotp_value(SECRET, int(clock.time()) // 30))


def second_step(person: User, code: str) -> int:
    """What the site answers to who knows the password and sends `code`: 302, it opens; 422, it does not."""
    browser = a_browser()
    sign_in(browser, person)
    return browser.post(reverse("mfa_authenticate"), {"code": code}).status_code


def sign_up(email: str, password: str) -> Client:
    browser = a_browser()
    given = {"name": "X", "email": email, "password1": password}
    browser.post(reverse("account_signup"), given)
    return browser


def enter_by_code(email: str) -> Client:
    browser = a_browser()
    browser.post(reverse("account_request_login_code"), {"email": email})
    browser.post(reverse("account_confirm_login_code"), {"code": code_in_mail()})
    return browser


def test_who_signed_up_with_somebody_elses_address_does_not_get_in_once_it_is_proved() -> None:
    sign_up(VICTIM, PASSWORD)
    browser = enter_by_code(VICTIM)
    page = browser.get(reverse("account"))
    assert page.status_code == 200
    assert "Le mot de passe tapé à l’inscription est effacé" in page.content.decode()
    person = User.objects.get(email=VICTIM)
    assert not person.has_usable_password()
    assert sign_in(a_browser(), person).status_code == 422
    assert Entry.objects.filter(act="accounts.password-dropped", actor=str(person.pk)).exists()


def test_whose_address_is_proved_keeps_the_password_whichever_way_they_come_in() -> None:
    browser = sign_up(VICTIM, PASSWORD)
    browser.post(reverse("account_email_verification_sent"), {"code": code_in_mail()})
    person = User.objects.get(email=VICTIM)
    assert person.has_usable_password()
    again = enter_by_code(VICTIM)
    again.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    again.post(reverse("account_email"), {"email": "new@example.org", "action_add": ""})
    again.post(reverse("account_email_verification_sent"), {"code": code_in_mail()})
    person.refresh_from_db()
    assert (person.email, person.has_usable_password()) == ("new@example.org", True)


def test_who_signed_up_without_a_password_loses_nothing() -> None:
    sign_up(VICTIM, "")
    enter_by_code(VICTIM)
    assert not Entry.objects.filter(act="accounts.password-dropped").exists()
    assert mail.outbox


@pytest.mark.parametrize("passed", [-29, 30, 59])
def test_a_code_is_believed_one_step_around_its_own(clock, passed: int) -> None:
    person, code = with_app(UserFactory(), secret=SECRET), code_of_step(clock)
    clock.passed = passed
    assert second_step(person, code) == 302


@pytest.mark.parametrize("passed", [-31, 60])
def test_and_no_further(clock, passed: int) -> None:
    person, code = with_app(UserFactory(), secret=SECRET), code_of_step(clock)
    clock.passed = passed
    assert second_step(person, code) == 422


def test_a_code_opens_once_as_long_as_it_is_believed(clock) -> None:
    person, code = with_app(UserFactory(), secret=SECRET), code_of_step(clock)
    clock.passed = -30
    assert second_step(person, code) == 302
    for clock.passed in (-29, 1, 31, 59):
        assert second_step(person, code) == 422
    assert second_step(person, f"{code[:3]} {code[3:]}") == 422
