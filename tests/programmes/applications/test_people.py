"""Colleagues, questions, mails, and what becomes of an application when somebody leaves."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.storage import default_storage

from jumelage.foundation.accounts.services.erase_person import erase_person
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.translated import Translated
from jumelage.programmes.applications import tasks
from jumelage.programmes.applications.choices import Act, Letter, Right, Sent, State
from jumelage.programmes.applications.models import (
    Application,
    Intake,
    Invitation,
    Mail,
    Member,
    Question,
)
from jumelage.programmes.applications.queries import form_uses, personal_data
from jumelage.programmes.applications.queries.exchange import (
    mails_of,
    questions_of,
    troubled_mails,
    unanswered,
)
from jumelage.programmes.applications.queries.files import access_to, inside
from jumelage.programmes.applications.queries.locking import locked
from jumelage.programmes.applications.queries.people import (
    members_of,
    standing_invitation,
    token_of,
    waiting_invitations,
)
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.applications.services.exchange.ask_question import (
    LONGEST,
    MOST_WAITING,
    answer_question,
    ask_question,
    publish_answer,
)
from jumelage.programmes.applications.services.exchange.queue_mail import queue_mail
from jumelage.programmes.applications.services.exchange.settle_mail import mark_bounced
from jumelage.programmes.applications.services.exchange.tell_call_news import tell_call_news
from jumelage.programmes.applications.services.people.accept_invitation import accept_invitation
from jumelage.programmes.applications.services.people.change_members import (
    change_right,
    hand_over,
    remove_member,
)
from jumelage.programmes.applications.services.people.invite_colleague import (
    MOST,
    MOST_A_DAY,
    invite_colleague,
    withdraw_invitation,
)
from jumelage.programmes.applications.services.writing.erase_draft import erase_draft
from jumelage.programmes.calls.models import Notice
from jumelage.programmes.calls.signals import call_amended, call_cancelled, call_extended
from tests.factories.accounts import UserFactory
from tests.factories.applications import NOW, an_application, fill, join, seen_by, words
from tests.factories.staff import person

pytestmark = pytest.mark.django_db
LONG_AGO = NOW - timedelta(days=3650)


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def lead():
    return UserFactory()


@pytest.fixture
def access(lead):
    return an_application(lead)


def member(access, right=Right.EDIT):
    user = UserFactory()
    return Member.objects.create(application=access.application, user=user, right=right)


def invite(access, lead, email="fatou@example.org", right=Right.EDIT, now=NOW):
    return invite_colleague(access, email, right, user=lead, now=now)


def test_a_colleague_joins_by_the_link_of_the_mail(access, lead):
    found = invite(access, lead)
    token = token_of(found)
    assert token in mail.outbox[0].body
    assert token not in str(list(Mail.objects.values()))
    fatou = UserFactory(email="fatou@example.org")
    assert inside(fatou, access.application.key) is None
    joined = accept_invitation(token, user=fatou, now=NOW)
    assert joined == access.application
    assert [one.right for one in members_of(joined)] == [Right.DEPOSIT, Right.EDIT]
    assert waiting_invitations(joined) == []
    # The link pressed twice opens the same page; somebody else gets nowhere with it.
    accept_invitation(token, user=fatou, now=NOW)
    assert Entry.objects.filter(act="applications.join").count() == 1
    with pytest.raises(Refused, match="invitation-used"):
        accept_invitation(token, user=UserFactory(), now=NOW)
    remove_member(access, joined.members.get(user=fatou).pk, user=lead)
    with pytest.raises(Refused, match="invitation-used"):
        accept_invitation(token, user=fatou, now=NOW)


def test_a_link_that_is_old_taken_back_or_not_ours_says_so(access, lead):
    user, token = UserFactory(), token_of(invite(access, lead))
    with pytest.raises(Refused, match="invitation-expired"):
        standing_invitation(token, user=user, now=NOW + timedelta(days=14, seconds=1))
    assert standing_invitation(token, user=user, now=NOW + timedelta(days=14))
    withdraw_invitation(access, Invitation.objects.get().pk, user=lead, now=NOW)
    with pytest.raises(Refused, match="invitation-withdrawn"):
        standing_invitation(token, user=user, now=NOW)
    with pytest.raises(Refused, match="invitation-unknown"):
        withdraw_invitation(access, Invitation.objects.get().pk, user=lead, now=NOW)
    for wrong in (token[:-1], "nonsense", ""):
        with pytest.raises(Refused, match="invitation-unknown"):
            standing_invitation(wrong, user=user, now=NOW)
    erased = invite(access, lead, "x@example.org")
    token = token_of(erased)
    erased.delete()
    with pytest.raises(Refused, match="invitation-unknown"):
        standing_invitation(token, user=user, now=NOW)


@pytest.mark.parametrize("meanwhile", ["used", "withdrawn"])
def test_a_link_that_goes_while_it_is_pressed_opens_nothing(access, lead, monkeypatch, meanwhile):
    found = invite(access, lead)
    token, other, late = token_of(found), UserFactory(), UserFactory()

    def lock_after(application):
        monkeypatch.undo()
        if meanwhile == "used":
            accept_invitation(token, user=other, now=NOW)
        else:
            withdraw_invitation(access, found.pk, user=lead, now=NOW)
        return locked(application)

    monkeypatch.setattr(f"{accept_invitation.__module__}.locked", lock_after)
    with pytest.raises(Refused, match=f"invitation-{meanwhile}"):
        accept_invitation(token, user=late, now=NOW)
    assert not access.application.members.filter(user=late).exists()


def test_who_invites_and_how_many(access, lead):
    other = member(access)
    hers = seen_by(other.user, access.application)
    for act in (
        lambda: invite(hers, other.user),
        lambda: withdraw_invitation(hers, 1, user=other.user, now=NOW),
    ):
        with pytest.raises(Refused, match="application-not-allowed"):
            act()
    with pytest.raises(Refused, match="right-unknown"):
        invite(access, lead, right="everything")
    with pytest.raises(Refused, match="member-known"):
        invite(access, lead, email=other.user.email.upper())
    invite(access, lead)
    invite(access, lead)
    assert len(waiting_invitations(access.application)) == 1
    for number in range(MOST - 1):
        invite(access, lead, f"person-{number}@test.example")
    with pytest.raises(Refused, match="invitations-many"):
        invite(access, lead, "one-more@test.example")


def test_a_letter_box_is_not_filled_by_inviting_and_taking_back(access, lead):
    for number in range(MOST_A_DAY):
        invite(access, lead, "stranger@test.example", now=NOW + timedelta(minutes=number))
    with pytest.raises(Refused, match="invitations-day"):
        invite(access, lead, "stranger@test.example", now=NOW + timedelta(hours=23))
    assert Mail.objects.filter(address="stranger@test.example").count() == MOST_A_DAY
    invite(access, lead, "stranger@test.example", now=NOW + timedelta(hours=24))


def test_rights_change_people_leave_and_the_lead_is_handed_over(access, lead):
    ann, ben = member(access), member(access, Right.VIEW)
    change_right(access, ann.pk, Right.VIEW, user=lead)
    ann.refresh_from_db()
    assert ann.right == Right.VIEW
    with pytest.raises(Refused, match="right-unknown"):
        change_right(access, ann.pk, "all", user=lead)
    with pytest.raises(Refused, match="member-unknown"):
        change_right(access, 0, Right.VIEW, user=lead)
    with pytest.raises(Refused, match="lead-stays"):
        remove_member(access, access.application.members.get(lead=True).pk, user=lead)
    his = seen_by(ben.user, access.application)
    with pytest.raises(Refused, match="application-not-allowed"):
        remove_member(his, ann.pk, user=ben.user)
    remove_member(his, ben.pk, user=ben.user)
    assert inside(ben.user, access.application.key) is None
    hand_over(access, ann.pk, user=lead, now=NOW)
    rights = {one.user: (one.lead, one.right) for one in members_of(access.application)}
    assert rights == {ann.user: (True, Right.DEPOSIT), lead: (False, Right.DEPOSIT)}


def test_a_question_is_answered_in_the_file_and_published_without_a_name(access, lead):
    clerk = person(Act.HANDLE)
    theirs = access_to(clerk, access.application.key)
    asked = ask_question(access, "Faut-il un partenaire ?", user=lead, now=NOW, field="summary")
    assert ask_question(access, "Faut-il un partenaire ?", user=lead, now=NOW) == asked
    assert unanswered(access.application) == 1
    texts = {"question": Translated(words("Un partenaire ?")), "answer": Translated(words("Oui."))}
    with pytest.raises(Refused, match="question-unknown"):
        publish_answer(theirs, asked.pk, user=clerk, **texts)
    answer_question(theirs, asked.pk, "Oui, au volet coopération.", user=clerk, now=NOW)
    assert mail.outbox[-1].to == [lead.email]
    assert (unanswered(access.application), len(questions_of(access.application))) == (0, 1)
    faq = publish_answer(theirs, asked.pk, user=clerk, **texts)
    again = publish_answer(
        theirs, asked.pk, user=clerk, **{**texts, "answer": Translated(words("Oui !"))}
    )
    assert faq.pk == again.pk
    assert lead.name not in str(list(access.application.call.faqs.values()))
    assert access.application.call.faqs.get().answer["fr"] == "Oui !"


def test_questions_have_a_text_an_end_and_an_asker_with_the_right(access, lead):
    reader = member(access, Right.VIEW)
    clerk = person(Act.HANDLE)
    theirs = access_to(clerk, access.application.key)
    with pytest.raises(Refused, match="application-not-allowed"):
        ask_question(seen_by(reader.user, access.application), "?", user=reader.user, now=NOW)
    for text, code in ((" ", "question-empty"), ("x" * (LONGEST + 1), "question-long")):
        with pytest.raises(Refused, match=code):
            ask_question(access, text, user=lead, now=NOW)
    for number in range(MOST_WAITING):
        ask_question(access, f"Question {number}", user=lead, now=NOW)
    with pytest.raises(Refused, match="questions-many"):
        ask_question(access, "Encore", user=lead, now=NOW)
    first = Question.objects.first()
    for act in (
        lambda: answer_question(access, first.pk, "x", user=lead, now=NOW),
        lambda: publish_answer(
            access, first.pk, question=Translated(), answer=Translated(), user=lead
        ),
    ):
        with pytest.raises(Refused, match="application-not-allowed"):
            act()
    with pytest.raises(Refused, match="question-unknown"):
        answer_question(theirs, 0, "x", user=clerk, now=NOW)


def test_a_mail_goes_once_and_one_that_fails_is_seen(access, lead, monkeypatch):
    given = {"to": [(lead.email, "fr")], "occasion": "x", "now": NOW, "closes": "x"}
    queue_mail(access.application, Letter.REMINDER, **given)
    queue_mail(access.application, Letter.REMINDER, **given)
    assert len(mail.outbox) == 1
    tasks.deliver.call(Mail.objects.get().pk)
    tasks.deliver.call(0)
    assert len(mail.outbox) == 1

    class Broken:
        def send(self):
            raise ConnectionRefusedError("no")

    monkeypatch.setattr(tasks, "letter", lambda _mail: Broken())
    queue_mail(access.application, Letter.REMINDER, **{**given, "occasion": "y"})
    failed = troubled_mails(access.application)
    assert [(one.state, one.trouble) for one in failed] == [
        (Sent.FAILED, "ConnectionRefusedError: no")
    ]
    assert mark_bounced(lead.email.upper(), "550 unknown", now=NOW, since=LONG_AGO) == 1
    assert {one.state for one in troubled_mails(access.application)} == {Sent.FAILED, Sent.BOUNCED}
    assert len(mails_of(access.application)) == 2


def test_nobody_who_deposited_meanwhile_is_reminded_that_nothing_is_deposited(access, lead):
    given = {"to": [(lead.email, "fr")], "occasion": "x", "now": NOW, "closes": "x"}
    queue_mail(access.application, Letter.REMINDER, **given)
    Mail.objects.update(state=Sent.FAILED)
    for state, sent in ((State.DEPOSITED, 1), (State.WITHDRAWN, 2)):
        Application.objects.update(state=state)
        tasks.deliver.call(Mail.objects.get().pk)
        assert len(mail.outbox) == sent


def test_a_mail_that_failed_goes_when_the_server_is_back(access, lead, monkeypatch):
    class Broken:
        def send(self):
            raise ConnectionRefusedError("no")

    given = {"to": [(lead.email, "fr")], "occasion": "x", "now": NOW, "closes": "x"}
    with monkeypatch.context() as away:
        away.setattr(tasks, "letter", lambda _mail: Broken())
        queue_mail(access.application, Letter.REMINDER, **given)
        waiting = Mail.objects.get()
        assert waiting.state == Sent.FAILED
        with pytest.raises(ConnectionRefusedError):
            tasks.deliver.call(waiting.pk)
    tasks.deliver.call(waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.trouble, len(mail.outbox)) == (Sent.SENT, "", 1)
    assert troubled_mails(access.application) == []


def test_a_mail_is_lost_until_another_one_arrives_or_the_address_is_left(access, lead):
    application = access.application

    def sent(occasion, address, state):
        given = {"kind": Letter.REMINDER, "occasion": occasion, "address": address}
        return Mail.objects.create(application=application, language="fr", state=state, **given)

    def lost():
        return {one.address for one in troubled_mails(application)}

    invited = {"right": Right.EDIT, "invited_by": lead, "expires_at": NOW}
    invitation = Invitation.objects.create(
        application=application, email="colleague@example.org", **invited
    )
    Intake.objects.create(
        application=application, arrived_at=NOW, sender="A", sender_email="paper@example.org",
        entered_by=lead,
    )  # fmt: skip
    addresses = {lead.email.upper(), "colleague@example.org", "paper@example.org"}
    for address in addresses:
        sent("1", address, Sent.BOUNCED)
    sent("1", "nobody@example.org", Sent.BOUNCED)
    assert lost() == addresses
    # What waits to go out proves nothing; what arrives in another application neither.
    sent("2", lead.email, Sent.WAITING)
    other = an_application(lead).application
    Mail.objects.create(
        application=other, kind=Letter.REMINDER, address=lead.email, state=Sent.SENT
    )
    assert lost() == addresses
    third = sent("3", lead.email, Sent.SENT)
    assert lost() == addresses - {lead.email.upper()}
    Mail.objects.filter(pk=third.pk).update(state=Sent.FAILED)
    assert lost() == {*addresses, lead.email}
    lead.email = "new@example.org"
    lead.save()
    assert lost() == {"colleague@example.org", "paper@example.org"}
    invitation.withdrawn_at = NOW
    invitation.save()
    assert lost() == {"paper@example.org"}


@pytest.mark.parametrize(
    ("signal", "kind", "told"),
    [
        (call_amended, Letter.AMENDED, 1),
        (call_extended, Letter.EXTENDED, 1),
        (call_cancelled, Letter.CANCELLED, 2),
    ],
)
def test_news_of_the_call_reach_those_who_have_a_draft(lead, signal, kind, told):
    access = fill(an_application(lead), lead)
    call = access.application.call
    deposit_application(access, user=lead, key="k", declaration="Oui", now=NOW)
    an_application(UserFactory(language="nl"), call)
    an_application()
    mail.outbox.clear()
    notice = Notice.objects.create(call=call, kind="amendment", at=NOW, reason=words("Une erreur"))
    signal.send(type(call), call=call, notice=notice)
    assert len(mail.outbox) == told
    assert all("Une erreur" in one.body for one in mail.outbox)
    assert all(f"/{call.slug}/#notice-{notice.pk}\n" in one.body for one in mail.outbox)
    assert Mail.objects.filter(kind=kind).count() == told
    assert tell_call_news(call, notice, kind, now=NOW) == told
    assert len(mail.outbox) == told


def test_every_letter_is_worded_in_three_languages(access):
    from jumelage.programmes.applications.notices import WORDS

    assert set(WORDS) == set(Letter)
    queue_mail(
        access.application,
        Letter.RETENTION,
        to=[("a@b.example", "nl")],
        occasion="",
        now=NOW,
        until="x",
    )
    queue_mail(
        access.application,
        Letter.REMINDER,
        to=[("a@b.example", "en")],
        occasion="",
        now=NOW,
        closes="x",
    )
    assert "gewist" in mail.outbox[0].subject
    assert mail.outbox[1].subject.startswith("NOT deposited yet")


def test_who_erases_their_account_leaves_and_the_application_stays_with_the_others(access, lead):
    ann, ben = member(access, Right.VIEW), member(access)
    Invitation.objects.create(
        application=access.application,
        email=lead.email,
        right="view",
        language="fr",
        invited_by=ann.user,
        expires_at=NOW,
    )
    erase_person(lead)
    heir = access.application.members.get(lead=True)
    assert (heir.user, heir.right) == (ben.user, Right.DEPOSIT)
    assert not Invitation.objects.exists()
    erase_person(ann.user)
    assert Application.objects.count() == 1
    kept = join(seen_by(ben.user, access.application), ben.user)
    assert default_storage.exists(kept.file.name)
    erase_person(ben.user)
    assert not Application.objects.exists()
    assert Entry.objects.get(act="applications.erase").reason == "account-erased"


def test_what_was_deposited_is_not_erased(lead):
    access = fill(an_application(lead), lead)
    deposit_application(access, user=lead, key="k", declaration="Oui", now=NOW)
    with pytest.raises(Refused, match="application-state"):
        erase_draft(access.application, reason="x")
    erase_person(lead)
    assert Application.objects.get().deposits.count() == 1


def test_in_a_draft_that_is_erased_nothing_is_written_and_nothing_is_erased_again(access, lead):
    erase_draft(access.application, reason="x")
    with pytest.raises(Refused, match="application-gone"):
        erase_draft(access.application, reason="x")
    with pytest.raises(Refused, match="application-gone"):
        join(access, lead)
    assert Entry.objects.filter(act="applications.erase").count() == 1


def test_an_erased_draft_takes_its_files_along(access, lead, django_capture_on_commit_callbacks):
    kept = join(access, lead)
    with django_capture_on_commit_callbacks(execute=True):
        erase_draft(access.application, reason="retention")
    assert not default_storage.exists(kept.file.name)


def test_a_person_s_own_copy_and_the_forms_in_use(access, lead):
    ask_question(access, "Quand ?", user=lead, now=NOW)
    told = personal_data(lead)["applications"]
    assert told["memberships"][0]["right"] == Right.DEPOSIT
    assert told["questions"][0]["text"] == "Quand ?"
    assert [use.drafts for use in form_uses(access.application.form_version.form)] == [1]
    Application.objects.update(state="deposited")
    assert form_uses(access.application.form_version.form) == []
