"""Deposits: one act, one number, one receipt; taken back, done again, completed; by two at once."""

import json
import threading
from datetime import timedelta
from hashlib import sha256

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import (
    Act,
    Channel,
    Exemption,
    Ground,
    Letter,
    Right,
    State,
    WindowReason,
)
from jumelage.programmes.applications.models import (
    Application,
    CompletionWindow,
    Deposit,
    Intake,
    LateCode,
    Mail,
    Member,
)
from jumelage.programmes.applications.notices import letter
from jumelage.programmes.applications.queries.answers import draft_of
from jumelage.programmes.applications.queries.deadlines import open_window, standing_code, way_in
from jumelage.programmes.applications.queries.deposits import (
    completions_of,
    content_of,
    deposits_of,
)
from jumelage.programmes.applications.queries.files import access_to
from jumelage.programmes.applications.queries.late_codes import code_of
from jumelage.programmes.applications.queries.receipts import receipt_data
from jumelage.programmes.applications.queries.writing import check_writable, is_window_open
from jumelage.programmes.applications.rules.numbering import read_number
from jumelage.programmes.applications.services.depositing.complete_application import (
    complete_application,
)
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.applications.services.depositing.withdraw_application import (
    withdraw_application,
)
from jumelage.programmes.applications.services.exceptions.give_late_code import (
    give_late_code,
    withdraw_late_code,
)
from jumelage.programmes.applications.services.exceptions.open_window import (
    close_completion,
    open_completion,
)
from jumelage.programmes.applications.services.exceptions.redeem_late_code import (
    find_late_code,
    redeem_late_code,
)
from jumelage.programmes.applications.services.writing.save_section import save_section
from jumelage.programmes.applications.services.writing.start_application import start_application
from tests.factories.accounts import UserFactory
from tests.factories.applications import (
    HOUR,
    NOW,
    a_call,
    a_version,
    an_application,
    fill,
    join,
    publish,
    seen_by,
)
from tests.factories.staff import person

pytestmark = pytest.mark.django_db
LATE = HOUR + timedelta(hours=1)


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def user():
    return UserFactory(language="nl")


@pytest.fixture
def ready(user):
    return fill(an_application(user), user)


def deposit(access, user, *, key="k1", declaration="Oui", now=NOW):
    return deposit_application(access, user=user, key=key, declaration=declaration, now=now)


def test_a_deposit_has_a_number_a_frozen_content_and_a_mail_to_everybody(ready, user):
    colleague = UserFactory(language="fr")
    Member.objects.create(application=ready.application, user=colleague, right=Right.VIEW)
    made = deposit(ready, user)
    assert read_number(made.number) == made.number
    assert made.number.startswith("2027-00001-")
    assert sha256(made.content.encode()).hexdigest() == made.sha256
    content = json.loads(made.content)
    assert content["answers"]["title"] == "De l’eau à Labé"
    assert [one["name"] for one in content["files"]] == ["lettre.pdf"]
    assert content["organisation"]["account"]["iban"].startswith("BE68")
    assert content["declaration"] == "Oui"
    application = Application.objects.get()
    assert (application.state, made.ground) == (State.DEPOSITED, Ground.ON_TIME)
    line = Entry.objects.get(act="applications.deposit")
    assert line.details["number"] == made.number
    assert "Labé" not in json.dumps(line.details)
    subjects = {message.to[0]: message.subject for message in mail.outbox}
    assert set(subjects) == {user.email, colleague.email}
    assert "Ingediend" in subjects[user.email]
    assert made.number in subjects[colleague.email]
    assert all(message.attachments[0][1].startswith(b"%PDF") for message in mail.outbox)
    assert set(Mail.objects.values_list("state", flat=True)) == {"sent"}


def test_refresh_double_click_and_a_second_window_make_one_deposit(ready, user):
    first = deposit(ready, user)
    assert deposit(ready, user) == first
    assert deposit(seen_by(user, ready.application), user, key="k2") == first
    assert Deposit.objects.count() == 1
    assert len(mail.outbox) == 1


def test_nothing_incomplete_undeclared_or_keyless_is_deposited(user):
    access = an_application(user)
    with pytest.raises(Refused, match="application-incomplete"):
        deposit(access, user)
    whole = fill(access, user)
    with pytest.raises(Refused, match="declaration-missing"):
        deposit(whole, user, declaration="")
    with pytest.raises(Refused, match="deposit-key"):
        deposit(whole, user, key="")
    assert not Deposit.objects.exists()
    assert Application.objects.get().state == State.DRAFT


def test_who_may_only_write_does_not_deposit(ready):
    writer = UserFactory()
    Member.objects.create(application=ready.application, user=writer, right=Right.EDIT)
    hers = seen_by(writer, ready.application)
    with pytest.raises(Refused, match="application-not-allowed"):
        deposit(hers, writer)
    with pytest.raises(Refused, match="application-not-allowed"):
        withdraw_application(hers, user=writer, now=NOW)
    with pytest.raises(Refused, match="application-not-allowed"):
        complete_application(hers, user=writer, now=NOW)


def test_the_second_after_the_hour_is_late_and_the_hour_itself_is_not(user):
    first = fill(an_application(user), user)
    assert deposit(first, user, now=HOUR).ground == Ground.ON_TIME
    second = fill(an_application(user), user)
    with pytest.raises(Refused, match="too-late"):
        deposit(second, user, now=HOUR + timedelta(seconds=1))
    assert Deposit.objects.count() == 1


def test_a_draft_in_use_at_the_hour_is_deposited_in_the_grace_period(user):
    access = fill(an_application(user), user, now=HOUR - timedelta(minutes=3))
    assert deposit(access, user, now=HOUR + timedelta(minutes=29)).ground == Ground.GRACE


def test_a_form_that_changed_is_looked_at_first(ready, user):
    call = ready.application.call
    a_version(call.form)
    publish(call)
    with pytest.raises(Refused, match="form-moved-on"):
        deposit(ready, user)


def test_what_was_withdrawn_may_come_again_under_a_new_number_and_nothing_is_forgotten(ready, user):
    first = deposit(ready, user)
    taken = withdraw_application(seen_by(user, ready.application), user=user, now=NOW)
    assert (taken.pk, taken.withdrawn_by) == (first.pk, user)
    again = seen_by(user, ready.application)
    assert again.application.state == State.WITHDRAWN
    with pytest.raises(Refused, match="application-state"):
        withdraw_application(again, user=user, now=NOW)
    # The browser sends the old page once more: that is not a new deposit.
    assert deposit(again, user, key="k1") == first
    assert Application.objects.get().state == State.WITHDRAWN
    save_section(again, "project", {"title": "Mieux"}, user=user, seen=None, now=NOW)
    second = deposit(again, user, key="k2")
    assert [one.number for one in deposits_of(again.application)] == [second.number, first.number]
    assert second.sequence == first.sequence + 1
    assert content_of(again.application)["answers"]["title"] == "Mieux"
    assert (
        json.loads(Deposit.objects.get(pk=first.pk).content)["answers"]["title"]
        == "De l’eau à Labé"
    )


def test_a_receipt_tells_its_own_deposit_whatever_came_after(ready, user):
    first = deposit(ready, user)
    again = seen_by(user, ready.application)
    withdraw_application(again, user=user, now=NOW)
    save_section(again, "project", {"title": "Mieux"}, user=user, seen=None, now=NOW)
    waited = letter(Mail.objects.get(kind=Letter.RECEIPT))
    assert first.number in waited.subject
    assert waited.attachments[0][0] == f"{first.number}.pdf"
    first = Deposit.objects.get(pk=first.pk)
    told = receipt_data(first, "fr")
    assert told["withdrawn"]
    assert {"De l’eau à Labé", first.number} <= {one["value"] for one in told["facts"]}
    # Of what was frozen before titles were, the one of today is all there is.
    content = json.loads(first.content)
    del content["title"]
    first.content = json.dumps(content)
    assert "Mieux" in {one["value"] for one in receipt_data(first, "fr")["facts"]}


def test_what_is_deposited_is_not_written_any_more(ready, user):
    deposit(ready, user)
    access = seen_by(user, ready.application)
    with pytest.raises(Refused, match="application-deposited"):
        save_section(access, "project", {"title": "x"}, user=user, seen=None, now=NOW)
    with pytest.raises(Refused, match="application-deposited"):
        check_writable(access.application, access, now=NOW)
    assert content_of(an_application(user).application) is None


def test_the_database_itself_refuses_a_second_standing_deposit_and_a_number_twice(ready, user):
    first = deposit(ready, user)
    for change in (
        {"sequence": 99, "number": "x", "key": "k9"},
        {"application": an_application(user).application},
    ):
        copy = Deposit.objects.get(pk=first.pk)
        copy.pk = None
        for name, value in change.items():
            setattr(copy, name, value)
        with pytest.raises(IntegrityError), transaction.atomic():
            copy.save(force_insert=True)


def test_an_original_that_came_in_time_is_entered_after_the_hour(user):
    access = fill(an_application(user), user)
    Application.objects.update(channel=Channel.PAPER)
    clerk = person(Act.INTAKE)
    Intake.objects.create(
        application=access.application,
        arrived_at=HOUR - timedelta(hours=1),
        sender="A",
        entered_by=clerk,
    )
    theirs = seen_by(clerk, access.application)
    assert deposit(theirs, clerk, now=LATE).ground == Ground.INTAKE
    Deposit.objects.all().delete()
    Application.objects.update(state=State.DRAFT)
    Intake.objects.update(arrived_at=LATE)
    with pytest.raises(Refused, match="too-late"):
        deposit(seen_by(clerk, access.application), clerk, now=LATE)
    Intake.objects.all().delete()
    with pytest.raises(Refused, match="too-late"):
        deposit(seen_by(clerk, access.application), clerk, now=LATE)


@pytest.mark.django_db(transaction=True)
def test_ten_clicks_at_once_make_one_deposit(user):
    access = fill(an_application(user), user)
    others = [fill(an_application(one), one) for one in UserFactory.create_batch(2)]
    people = [(access, user, f"k{n}") for n in range(6)]
    people += [(one, one.application.members.get().user, "k") for one in others for _ in range(2)]
    start, found = threading.Barrier(len(people)), []

    def click(mine, who, key):
        start.wait()
        try:
            found.append(deposit(seen_by(who, mine.application), who, key=key).number)
        finally:
            connection.close()

    threads = [threading.Thread(target=click, args=one) for one in people]
    [one.start() for one in threads]
    [one.join() for one in threads]
    assert len(found) == 10
    assert sorted(set(found)) == sorted(Deposit.objects.values_list("number", flat=True))
    assert sorted(Deposit.objects.values_list("sequence", flat=True)) == [1, 2, 3]


# Exceptions


def values(**given):
    known = {
        "name": "Awa",
        "email": "awa@example.org",
        "reason": Exemption.OUTAGE,
        "explanation": "Panne du 1er avril",
        "expires_at": HOUR + timedelta(days=1),
    }
    return {**known, **given}


def test_a_late_code_is_named_single_use_and_told_with_its_reason():
    awa, clerk = UserFactory(email="awa@example.org"), person(Act.HANDLE)
    access = fill(an_application(awa), awa)
    call = access.application.call
    code = give_late_code(call, values(), user=clerk, now=LATE)
    line = Entry.objects.get(act="applications.give-late-code")
    assert (line.reason, line.actor) == ("outage", str(clerk.pk))
    text = code_of(code)
    assert text in mail.outbox[0].body
    assert text not in json.dumps(list(LateCode.objects.values()), default=str)
    for who, said in ((UserFactory(), text), (awa, "K7QF-9T2M-XR4P")):
        with pytest.raises(Refused, match="late-code-wrong"):
            find_late_code(call, said, user=who, now=LATE)
    redeem_late_code(access.application, text.lower().replace("-", " "), user=awa, now=LATE)
    with pytest.raises(Refused, match="late-code-wrong"):
        redeem_late_code(access.application, text, user=awa, now=LATE)
    made = deposit(access, awa, now=LATE)
    assert (made.ground, made.late_code) == (Ground.LATE_CODE, code)
    assert standing_code(access.application) is None
    withdraw_application(seen_by(awa, access.application), user=awa, now=LATE)
    with pytest.raises(Refused, match="too-late"):
        deposit(seen_by(awa, access.application), awa, key="k2", now=LATE)
    with pytest.raises(Refused, match="late-code-spent"):
        withdraw_late_code(code, user=clerk, now=LATE)


def test_a_late_code_starts_one_application_and_is_over_at_its_hour():
    awa, clerk = UserFactory(email="awa@example.org"), person(Act.HANDLE)
    call = an_application(awa).application.call
    code = give_late_code(call, values(), user=clerk, now=LATE)
    given = {"user": awa, "organisation": None, "language": "fr", "now": LATE}
    made = start_application(call, call.tracks.first(), **given, code=code_of(code))
    with pytest.raises(Refused, match="late-code-wrong"):
        start_application(call, call.tracks.first(), **given, code=code_of(code))
    assert way_in(made, now=LATE)[0] == "late-code"
    assert way_in(made, now=HOUR + timedelta(days=1, seconds=1))[0] == "closed"


def test_nothing_starts_with_a_code_that_somebody_uses_meanwhile(monkeypatch):
    def used(*_args: object, **_given: object) -> None:
        raise Refused("late-code-wrong")

    awa, clerk = UserFactory(email="awa@example.org"), person(Act.HANDLE)
    call = an_application(awa).application.call
    code = code_of(give_late_code(call, values(), user=clerk, now=LATE))
    monkeypatch.setattr(f"{start_application.__module__}.redeem_late_code", used)
    given = {"user": awa, "organisation": None, "language": "fr", "now": LATE, "code": code}
    with pytest.raises(Refused, match="late-code-wrong"):
        start_application(call, call.tracks.first(), **given)
    assert Application.objects.filter(call=call).count() == 1


def test_a_code_for_one_draft_opens_no_other_and_one_taken_back_opens_none():
    awa, clerk = UserFactory(email="awa@example.org"), person(Act.HANDLE)
    first = an_application(awa)
    call = first.application.call
    second = an_application(awa, call)
    code = give_late_code(call, values(), user=clerk, now=LATE, application=first.application)
    # After the hour it starts no new application either.
    with pytest.raises(Refused, match="late-code-wrong"):
        find_late_code(call, code_of(code), user=awa, now=LATE)
    with pytest.raises(Refused, match="late-code-wrong"):
        redeem_late_code(second.application, code_of(code), user=awa, now=LATE)
    withdraw_late_code(code, user=clerk, now=LATE)
    with pytest.raises(Refused, match="late-code-wrong"):
        redeem_late_code(first.application, code_of(code), user=awa, now=LATE)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"explanation": " "}, "explanation-missing"),
        ({"expires_at": HOUR}, "expiry-past"),
        ({"reason": "friend"}, "reason-not-listed"),
    ],
)
def test_a_late_code_without_reason_or_time_is_refused(given, refusal):
    call = an_application().application.call
    with pytest.raises(Refused, match=refusal):
        give_late_code(call, values(**given), user=person(Act.HANDLE), now=LATE)
    assert not LateCode.objects.exists()


def test_a_late_code_that_could_open_nothing_is_refused():
    awa, clerk = UserFactory(email="awa@example.org"), person(Act.HANDLE)
    application = an_application(awa).application
    given = {"user": clerk, "now": NOW}
    with pytest.raises(Refused, match="expiry-before-deadline"):
        give_late_code(application.call, values(expires_at=HOUR), **given)
    other = values(email="binta@example.org")
    with pytest.raises(Refused, match="late-code-stranger") as refused:
        give_late_code(application.call, other, application=application, **given)
    assert refused.value.details["known"] == "awa@example.org"
    theirs = values(email="Awa@Example.org")
    assert give_late_code(application.call, theirs, application=application, **given)


@pytest.mark.parametrize(("account", "draft"), [("nl", True), ("nl", False), (None, False)])
def test_a_late_code_is_mailed_in_the_language_of_who_reads_it(account, draft):
    clerk = person(Act.HANDLE)
    clerk.language = "en"
    lead = UserFactory(email="awa@example.org", language=account) if account else None
    call = a_call(contact_email="appel@ville.example")
    application = an_application(lead, call).application if draft else None
    give_late_code(call, values(), user=clerk, now=LATE, application=application)
    sent = mail.outbox[-1]
    assert sent.subject.startswith("Uw code" if account else "Votre code")
    assert ("vanuit uw aanvraag" in sent.body) is draft
    # Who has no application has nowhere else to ask.
    assert ("appel@ville.example" in sent.body) is not draft


def test_only_a_clerk_makes_exceptions(ready, user):
    call = ready.application.call
    with pytest.raises(Refused, match="application-not-allowed"):
        give_late_code(call, values(), user=person(Act.READ), now=LATE)
    code = give_late_code(call, values(), user=person(Act.HANDLE), now=LATE)
    with pytest.raises(Refused, match="application-not-allowed"):
        withdraw_late_code(code, user=person(Act.READ), now=LATE)
    deposit(ready, user)
    with pytest.raises(Refused, match="application-not-allowed"):
        ask(seen_by(user, ready.application), user)
    with pytest.raises(Refused, match="application-not-allowed"):
        close_completion(seen_by(user, ready.application), user=user, now=LATE)


def ask(access, clerk, fields=("summary",), **given):
    known = {
        "reason": WindowReason.UNCLEAR,
        "message": "Qui gère le puits ?",
        "until": LATE + timedelta(days=7),
    }
    return open_completion(access, fields, user=clerk, now=LATE, **{**known, **given})


def test_a_completion_re_opens_the_fields_asked_for_and_no_other(ready, user):  # noqa: PLR0915
    made, clerk = deposit(ready, user), person(Act.HANDLE)
    theirs = access_to(clerk, ready.application.key)
    window = ask(theirs, clerk, ("summary", "nowhere"))
    assert window.fields == ["summary"]
    assert "Qui gère le puits ?" in mail.outbox[-1].body
    assert Entry.objects.get(act="applications.ask-completion").reason == "unclear"
    assert ask(theirs, clerk) == window
    with pytest.raises(Refused, match="window-open"):
        ask(theirs, clerk, message="Autre chose ?")
    mine = seen_by(user, ready.application)
    assert open_window(mine.application) == window
    assert is_window_open(window, now=LATE)
    saved = save_section(
        mine, "project", {"summary": "Le comité.", "title": "Autre"}, user=user, seen=None, now=LATE
    )
    assert saved.changed == ("summary",)
    with pytest.raises(Refused, match="field-unknown"):
        join(mine, user, now=LATE)
    as_before = {"summary": json.loads(made.content)["answers"]["summary"]}
    save_section(mine, "project", as_before, user=user, seen=None, now=LATE)
    with pytest.raises(Refused, match="completion-unchanged"):
        complete_application(mine, user=user, now=LATE)
    # Not sent yet: what is deposited has not changed.
    assert content_of(mine.application)["answers"]["summary"].startswith("Un puits")
    save_section(mine, "project", {"summary": None}, user=user, seen=None, now=LATE)
    with pytest.raises(Refused, match="application-incomplete"):
        complete_application(mine, user=user, now=LATE)
    save_section(mine, "project", {"summary": "Le comité."}, user=user, seen=None, now=LATE)
    done = complete_application(mine, user=user, now=LATE)
    assert sha256(done.content.encode()).hexdigest() == done.sha256 != made.sha256
    found = content_of(mine.application)["answers"]
    assert (found["summary"], found["title"]) == ("Le comité.", "De l’eau à Labé")
    assert completions_of(mine.application) == [done]
    assert Deposit.objects.get().number == made.number
    assert complete_application(mine, user=user, now=LATE) == done
    assert open_window(mine.application) is None


def test_another_title_is_not_told_before_its_completion_is_sent(ready, user):
    deposit(ready, user)
    clerk = person(Act.HANDLE)
    ask(access_to(clerk, ready.application.key), clerk, ("title",))
    mine = seen_by(user, ready.application)
    save_section(mine, "project", {"title": "Autre"}, user=user, seen=None, now=LATE)
    mine.application.refresh_from_db()
    assert mine.application.title == "De l’eau à Labé"
    complete_application(mine, user=user, now=LATE)
    mine.application.refresh_from_db()
    assert mine.application.title == "Autre"


def test_a_completion_is_over_at_its_hour_or_when_it_is_closed(ready, user):
    deposit(ready, user)
    clerk = person(Act.HANDLE)
    theirs, mine = access_to(clerk, ready.application.key), seen_by(user, ready.application)
    ask(theirs, clerk, until=LATE + timedelta(seconds=1))
    over = LATE + timedelta(seconds=2)
    for act in (
        lambda: save_section(mine, "project", {"summary": "x"}, user=user, seen=None, now=over),
        lambda: complete_application(mine, user=user, now=over),
    ):
        with pytest.raises(Refused, match="window-closed"):
            act()
    assert not is_window_open(open_window(mine.application), now=over)
    close_completion(theirs, user=clerk, now=over)
    with pytest.raises(Refused, match="window-missing"):
        close_completion(theirs, user=clerk, now=over)
    ask(theirs, clerk, until=LATE + timedelta(days=1))
    withdraw_application(mine, user=user, now=LATE)
    assert not CompletionWindow.objects.filter(closed_at=None).exists()


@pytest.mark.parametrize(
    ("fields", "given", "refusal"),
    [
        (("summary",), {"message": ""}, "explanation-missing"),
        (("summary",), {"until": LATE}, "expiry-past"),
        (("summary",), {"reason": "because"}, "reason-not-listed"),
        (("nowhere",), {}, "fields-missing"),
    ],
)
def test_a_completion_says_what_why_and_until_when(ready, user, fields, given, refusal):
    deposit(ready, user)
    clerk = person(Act.HANDLE)
    with pytest.raises(Refused, match=refusal):
        ask(access_to(clerk, ready.application.key), clerk, fields, **given)


def test_nothing_is_completed_before_a_deposit(ready, user):
    clerk = person(Act.HANDLE)
    with pytest.raises(Refused, match="application-state"):
        ask(access_to(clerk, ready.application.key), clerk)
    with pytest.raises(Refused, match="application-state"):
        complete_application(ready, user=user, now=NOW)
    deposit(ready, user)
    with pytest.raises(Refused, match="window-missing"):
        complete_application(seen_by(user, ready.application), user=user, now=NOW)


def test_two_texts_keep_a_draft_from_being_deposited(ready, user):
    save_section(ready, "project", {"title": "Autre"}, user=user, seen={"title": "0"}, now=NOW)
    assert draft_of(ready.application).left == 1
    with pytest.raises(Refused, match="application-incomplete"):
        deposit(ready, user)
