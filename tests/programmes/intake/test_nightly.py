"""What runs at night: reminders once each, a warning before an erasure, notices of mail that came back."""

from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Letter, Sent, State
from jumelage.programmes.applications.models import Application, Mail
from jumelage.programmes.applications.notices import letter
from jumelage.programmes.applications.queries.files import access_to
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.applications.services.depositing.withdraw_application import (
    withdraw_application,
)
from jumelage.programmes.applications.services.writing.erase_draft import erase_draft
from jumelage.programmes.intake.queries.due import ageing_drafts
from jumelage.programmes.intake.rules.bounces import Failure, failures_in
from jumelage.programmes.intake.rules.reminding import (
    erased_at,
    is_erasure_due,
    is_warning_due,
    reminder_due,
)
from jumelage.programmes.intake.services.make_fictional import make_fictional_application
from jumelage.programmes.intake.services.mark_bounce import mark_bounce, read_notices
from jumelage.programmes.intake.services.nightly.erase_old_drafts import erase_old_drafts
from jumelage.programmes.intake.services.nightly.send_reminders import send_reminders
from tests.factories.accounts import UserFactory
from tests.factories.applications import HOUR, NOW, a_call, an_application, fill, join, seen_by
from tests.factories.intake import entered
from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db
NIGHT = HOUR.replace(hour=2, minute=30)
OVER = HOUR + timedelta(days=180)
BOUNCE = b"""From: MAILER-DAEMON@mail.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I could not deliver it.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; Lost@Test.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1
  no such user

Final-Recipient: rfc822; slow@test.example
Action: delayed
Status: 4.4.1
--b--
"""


@pytest.mark.parametrize(
    ("day", "due"),
    [(24, None), (25, 7), (26, 7), (27, None), (29, None), (30, 2), (31, 2), (32, 0), (33, None)],
)
def test_days_of_reminders(day, due):
    today = date(2027, 3, 1) + timedelta(days=day - 1)
    assert reminder_due(closes_on=date(2027, 4, 1), today=today) == due


def test_when_a_draft_is_erased():
    end = erased_at(closes_at=HOUR, retention_days=180)
    assert end == OVER
    assert not is_warning_due(end, now=end - timedelta(days=14, seconds=1))
    assert is_warning_due(end, now=end - timedelta(days=14))
    assert not is_erasure_due(end, warned_at=None, now=end + timedelta(days=400))
    assert is_erasure_due(end, warned_at=end - timedelta(days=14), now=end)
    late = end + timedelta(days=10)
    assert not is_erasure_due(end, warned_at=late, now=late + timedelta(days=13))
    assert is_erasure_due(end, warned_at=late, now=late + timedelta(days=14))


def test_reminders_go_once_each_in_each_language():
    user = UserFactory(language="nl")
    access = an_application(user)
    assert send_reminders(now=NIGHT - timedelta(days=9)) == 0
    for days in (7, 2, 0):
        night = NIGHT - timedelta(days=days)
        assert send_reminders(now=night) == 1
        assert send_reminders(now=night + timedelta(minutes=5)) == 0
    mails = Mail.objects.filter(kind=Letter.REMINDER)
    assert mails.count() == 3
    assert {mail.language for mail in mails} == {"nl"}
    assert "1 april 2027" in letter(mails[0]).subject
    assert access.application.state == State.DRAFT


def test_a_night_that_failed_is_made_up_for():
    an_application()
    assert send_reminders(now=NIGHT - timedelta(days=6)) == 1
    assert send_reminders(now=NIGHT - timedelta(days=1)) == 1


def test_who_deposited_or_left_is_not_reminded(settings):
    settings.DEMO = True
    call = a_call()
    make_fictional_application(call, 1, now=NOW)
    gone = UserFactory()
    an_application(gone, call)
    gone.is_active = False
    gone.save()
    assert send_reminders(now=NIGHT) == 0


def test_who_withdrew_is_reminded(settings):
    settings.DEMO = True
    found = make_fictional_application(a_call(), 1, now=NOW)
    withdraw_application(seen_by(found.created_by, found), user=found.created_by, now=NOW)
    assert send_reminders(now=NIGHT) == 1


def test_a_call_without_an_end_reminds_nobody():
    an_application(call=a_call(closes_on=None, closes_hour=None))
    assert send_reminders(now=NIGHT) == 0
    assert erase_old_drafts(now=OVER) == (0, 0)


def test_a_draft_is_announced_then_erased_with_its_files():
    access = an_application()
    joined = join(access, access.application.created_by)
    name = joined.file.name
    assert default_storage.exists(name)
    assert erase_old_drafts(now=OVER - timedelta(days=15)) == (0, 0)
    assert erase_old_drafts(now=OVER - timedelta(days=14)) == (1, 0)
    mail = Mail.objects.get(kind=Letter.RETENTION)
    assert "2027" in letter(mail).subject
    assert erase_old_drafts(now=OVER - timedelta(days=1)) == (0, 0)


def test_what_is_deposited_or_erased_meanwhile_holds_nothing_up(monkeypatch):
    user = UserFactory()
    one, gone, old = fill(an_application(user), user), an_application(), an_application()
    erase_old_drafts(now=OVER - timedelta(days=14))
    seen = list(ageing_drafts(OVER))
    deposit_application(one, user=user, key="k", declaration="Oui", now=NOW)
    erase_draft(gone.application, reason="x")
    monkeypatch.setattr(f"{erase_old_drafts.__module__}.ageing_drafts", lambda now: seen)
    assert erase_old_drafts(now=OVER) == (0, 1)
    assert list(Application.objects.all()) == [one.application]
    assert old.application not in Application.objects.all()


def test_nobody_is_warned_of_what_is_deposited_or_erased_meanwhile(monkeypatch):
    user, night = UserFactory(), OVER - timedelta(days=14)
    one, gone, old = fill(an_application(user), user), an_application(), an_application()
    seen = list(ageing_drafts(night))
    deposit_application(one, user=user, key="k", declaration="Oui", now=NOW)
    erase_draft(gone.application, reason="x")
    monkeypatch.setattr(f"{erase_old_drafts.__module__}.ageing_drafts", lambda now: seen)
    assert erase_old_drafts(now=night) == (1, 0)
    assert Mail.objects.get(kind=Letter.RETENTION).application == old.application


@pytest.mark.django_db(transaction=True)
def test_an_erased_draft_leaves_no_file_and_no_word():
    access = an_application()
    joined = join(access, access.application.created_by)
    erase_old_drafts(now=OVER - timedelta(days=14))
    assert erase_old_drafts(now=OVER) == (0, 1)
    assert not Application.objects.exists()
    assert not default_storage.exists(joined.file.name)
    line = Entry.objects.get(act="applications.erase")
    assert line.actor == ""
    assert access.application.title not in str(line.details) or not access.application.title


def test_what_was_once_deposited_and_paper_stay(settings):
    settings.DEMO = True
    call = a_call()
    kept = make_fictional_application(call, 1, now=NOW)
    withdraw_application(seen_by(kept.created_by, kept), user=kept.created_by, now=NOW)
    entered(call, person("applications.intake"))
    assert erase_old_drafts(now=OVER) == (0, 0)
    assert erase_old_drafts(now=OVER + timedelta(days=30)) == (0, 0)
    assert Application.objects.count() == 2


def test_the_period_is_the_one_that_was_published():
    call = a_call()
    an_application(call=call)
    call.draft_retention_days = 1
    call.save()
    assert erase_old_drafts(now=HOUR + timedelta(days=3)) == (0, 0)


def test_notices_of_mail_servers():
    assert failures_in(BOUNCE) == [Failure("lost@test.example", "550 5.1.1 no such user")]
    assert failures_in(b"Subject: Hello\n\nNo notice.") == []
    assert failures_in(b"") == []
    without = BOUNCE.replace(b"Diagnostic-Code: smtp; 550 5.1.1\n  no such user\n", b"")
    assert failures_in(without) == [Failure("lost@test.example", "5.1.1")]
    assert failures_in(BOUNCE.replace(b"Lost@Test.example", b"nobody")) == []
    told = BOUNCE.replace(b"Content-Type: message/delivery-status", b"Content-Type: text/plain")
    assert failures_in(told) == []


def _sent(application, address="lost@test.example", settled_at=NOW):
    return Mail.objects.create(
        application=application,
        kind=Letter.RECEIPT,
        address=address,
        language="fr",
        state=Sent.SENT,
        settled_at=settled_at,
    )


def test_a_mail_that_came_back_is_seen_by_both_sides():
    user = UserFactory()
    access = fill(an_application(user), user)
    mail = _sent(access.application)
    assert read_notices([BOUNCE, b"nothing"], now=NOW) == 1
    mail.refresh_from_db()
    assert (mail.state, mail.trouble) == (Sent.BOUNCED, "550 5.1.1 no such user")
    page = at_desk("applications.handle").get(
        reverse("desk-application", args=[access.application.key])
    )
    assert "no such user" in page.content.decode()


def test_a_clerk_marks_a_mail():
    access = an_application()
    mail, clerk = _sent(access.application), person("applications.handle")
    mine = access_to(clerk, access.application.key)
    with pytest.raises(Refused, match="mail-not-allowed"):
        mark_bounce(mine, mail.pk, reason="", user=person("applications.read"), now=NOW)
    with pytest.raises(Refused, match="mail-unknown"):
        mark_bounce(mine, mail.pk + 1, reason="", user=clerk, now=NOW)
    before = Mail.objects.create(
        application=access.application,
        kind=Letter.REMINDER,
        address=mail.address,
        language="fr",
        state=Sent.SENT,
        settled_at=NOW - timedelta(minutes=1),
    )
    assert [mark_bounce(mine, mail.pk, reason="Full", user=clerk, now=NOW) for _ in range(2)] == [
        1,
        0,
    ]
    before.refresh_from_db()
    assert before.state == Sent.SENT
    assert Entry.objects.get(act="intake.mark-bounce").details == {"mail": mail.pk}


def test_a_notice_says_nothing_of_what_arrived_last_month():
    mail = _sent(an_application().application, settled_at=NOW - timedelta(days=8))
    assert read_notices([BOUNCE], now=NOW) == 0
    mail.refresh_from_db()
    assert mail.state == Sent.SENT


def test_the_page_to_mark_a_mail():
    access = an_application()
    mail, client = _sent(access.application), at_desk("applications.handle")
    address = reverse("desk-application-bounce", args=[access.application.key, mail.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": "No such person"}).status_code == 302
    assert client.post(address, {"reason": "Again"}).status_code == 422
    gone = reverse("desk-application-bounce", args=[access.application.key, mail.pk + 1])
    assert client.get(gone).status_code == 404


def test_the_commands(tmp_path: Path, monkeypatch):
    access = an_application()
    _sent(access.application, settled_at=timezone.now())
    out = StringIO()
    (tmp_path / "one.eml").write_bytes(BOUNCE)
    call_command("read_bounces", str(tmp_path), stdout=out)
    call_command("read_bounces", str(tmp_path), stdout=out)
    assert "Notices read: 1. Mails that came back: 1." in out.getvalue()
    assert "Notices read: 0." in out.getvalue()
    assert (tmp_path / "one.eml.seen").exists()
    with pytest.raises(CommandError, match="no folder"):
        call_command("read_bounces", str(tmp_path / "nowhere"))
    monkeypatch.setattr("sys.stdin", type("In", (), {"buffer": __import__("io").BytesIO(b"x")})())
    call_command("read_bounces", "-", stdout=out)
    call_command("remind_drafts", stdout=out)
    call_command("withdraw_drafts", stdout=out)
    assert "Mails that came back: 0." in out.getvalue()
    assert "Reminders of drafts: 0." in out.getvalue()
    assert "erased: 0." in out.getvalue()
