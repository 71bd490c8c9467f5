"""Two acts at one moment, on whichever engine the suite runs: both are done, and neither is thrown out."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import time as hour
from typing import Any

import pytest
from django.db import connection, transaction

from jumelage.foundation.accounts.services.erase_person import erase_person
from jumelage.foundation.audit.queries import verification
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.applications import receivers
from jumelage.programmes.applications.choices import Letter, Right
from jumelage.programmes.applications.models import Application, Deposit, Mail, Member
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.applications.services.writing.choose_frame import choose_frame
from jumelage.programmes.applications.services.writing.save_section import save_section
from jumelage.programmes.calls.models import Alert, Subscription
from jumelage.programmes.calls.services.alerts.send_alerts import send_alerts
from jumelage.programmes.calls.services.extend_call import extend_call
from tests.factories.accounts import UserFactory
from tests.factories.applications import NOW, an_application, fill, seen_by, words

pytestmark = pytest.mark.django_db(transaction=True)
# Long enough to come to the lock that the other one holds.
MEANWHILE = 0.4


@pytest.fixture(autouse=True)
def journal_of_its_own(settings, tmp_path):
    settings.AUDIT_HEAD_FILE = tmp_path / "head"


@contextmanager
def beside(act: Callable[[], Any]) -> Iterator[None]:
    """Let `act` begin in a thread of its own while the block is under way, and holds what it holds until its end.

    Then it is done, or what broke it is raised here.
    """
    broken: list[Exception] = []

    def run() -> None:
        time.sleep(MEANWHILE / 2)
        try:
            act()
        except Exception as error:  # noqa: BLE001 - whatever it is, the test raises it
            broken.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    with transaction.atomic():
        yield thread.start()
    thread.join()
    if broken:
        raise broken[0]


def test_a_deposit_while_the_call_is_given_more_time(monkeypatch):
    user, other = UserFactory(), UserFactory()
    access = fill(an_application(user), user)
    draft = an_application(other, access.application.call).application
    tell = receivers.tell_call_news
    given = {"user": user, "key": "k", "declaration": "Oui", "now": NOW}

    def tell_late(*told: Any, **when: Any) -> None:
        time.sleep(MEANWHILE)
        tell(*told, **when)

    monkeypatch.setattr(receivers, "tell_call_news", tell_late)
    with beside(lambda: deposit_application(access, **given)):
        extend_call(
            access.application.call, PartialDate(2027, 4, 10), hour(16), words("Panne"), now=NOW
        )
    assert Deposit.objects.count() == 1
    assert Mail.objects.filter(application=draft, kind=Letter.EXTENDED).count() == 1
    assert verification() == []


def test_a_section_is_kept_while_a_colleague_chooses_another_track():
    user = UserFactory()
    access = an_application(user)
    call, organisation = access.application.call, access.application.organisation
    ecm = call.tracks.get(slug="ecm")

    answers = {"title": "Un puits"}
    with beside(lambda: save_section(access, "project", answers, user=user, seen=None, now=NOW)):
        choose_frame(access, user=user, organisation=organisation, track=ecm, now=NOW)
        time.sleep(MEANWHILE)
    kept = Application.objects.get()
    assert (kept.title, kept.track) == ("Un puits", ecm)


def test_subscribers_are_told_once_by_two_runs():
    call = an_application().application.call
    Subscription.objects.create(
        email="a@b.example", language="fr", nonce="n", asked_at=NOW, confirmed_at=NOW
    )
    with beside(lambda: send_alerts(now=NOW)):
        send_alerts(now=NOW)
        time.sleep(MEANWHILE)
    assert Alert.objects.get().call == call


def test_a_deposit_while_the_one_in_the_lead_erases_their_account():
    user, colleague = UserFactory(), UserFactory()
    access = fill(an_application(user), user)
    Member.objects.create(
        application=access.application, user=colleague, right=Right.DEPOSIT, since=NOW
    )
    theirs = seen_by(colleague, access.application)
    given = {"user": colleague, "key": "k", "declaration": "Oui", "now": NOW}
    with beside(lambda: deposit_application(theirs, **given)):
        erase_person(user)
        time.sleep(MEANWHILE)
    assert Deposit.objects.count() == 1
    assert access.application.members.get(lead=True).user == colleague
    assert verification() == []
