"""The service's sheet: what was deposited to those who may, not a word of a draft, and each act with its reason."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from jumelage.programmes.applications.choices import Act
from jumelage.programmes.applications.models import CompletionWindow, LateCode
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.applications.services.depositing.withdraw_application import (
    withdraw_application,
)
from jumelage.programmes.applications.services.exchange.ask_question import ask_question
from jumelage.programmes.applications.services.writing.save_section import save_section
from tests.factories.accounts import UserFactory
from tests.factories.applications import NOW, an_application, fill, seen_by
from tests.factories.staff import at_desk

pytestmark = pytest.mark.django_db
SOON = "2099-01-01T16:00"


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def user():
    return UserFactory(name="Awa Bah")


@pytest.fixture
def draft(user):
    return fill(an_application(user), user)


@pytest.fixture
def deposit(draft, user):
    return deposit_application(draft, user=user, key="k", declaration="Oui", now=NOW)


@pytest.fixture
def clerk():
    return at_desk(Act.HANDLE, language="fr")


def to(name, access, *more):
    return reverse(name, args=[access.application.key, *more])


def test_of_a_draft_the_service_sees_that_it_exists_and_not_a_word_of_it(draft, clerk):
    page = clerk.get(to("desk-application", draft))
    told = page.content.decode()
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    for word in ("Labé", "puits", "lettre.pdf", "BE68", "4 000"):
        assert word not in told
    assert "Awa Bah" in told
    kept = draft.application.attachments.get()
    assert clerk.get(to("desk-application-file", draft, kept.pk)).status_code == 404
    assert clerk.get(to("desk-application-receipt", draft, "2027-00001-11")).status_code == 404


def test_what_was_deposited_is_read_whole(draft, deposit, clerk):
    page = clerk.get(to("desk-application", draft))
    assert [step["url"] for step in page.context["trail"]] == [reverse("desk-applications")]
    told = page.content.decode()
    for word in (
        deposit.number,
        deposit.sha256,
        "De l’eau à Labé",
        "Un puits",
        "lettre.pdf",
        "BE68",
        "Awa Bah",
    ):
        assert word in told
    kept = draft.application.attachments.get()
    answer = clerk.get(to("desk-application-file", draft, kept.pk))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert answer["Content-Disposition"] == 'inline; filename="lettre.pdf"'
    assert "no-store" in answer["Cache-Control"]
    assert clerk.get(to("desk-application-file", draft, 0)).status_code == 404
    receipt = clerk.get(to("desk-application-receipt", draft, deposit.number))
    assert receipt.content.startswith(b"%PDF")
    assert clerk.get(to("desk-application-receipt", draft, "x")).status_code == 404


@pytest.mark.parametrize(("act", "account"), [(Act.READ, False), (Act.READ_ACCOUNTS, True)])
def test_others_see_the_short_sheet(draft, deposit, act, account):
    told = at_desk(act, language="fr").get(to("desk-application", draft)).content.decode()
    assert deposit.number in told
    assert "De l’eau à Labé" in told
    assert ("BE68" in told) is account
    for word in ("Un puits", "lettre.pdf", "Awa Bah", deposit.sha256):
        assert word not in told
    kept = draft.application.attachments.get()
    browser = at_desk(act)
    assert browser.get(to("desk-application-file", draft, kept.pk)).status_code == 404
    assert browser.get(to("desk-application-receipt", draft, deposit.number)).status_code == 404


def test_who_holds_no_act_enters_nothing(draft, deposit):
    assert at_desk().get(to("desk-application", draft)).status_code == 403
    assert at_desk(Act.READ).get(to("desk-application-completion", draft)).status_code == 403
    reader = at_desk(Act.READ)
    withdraw_application(seen_by(deposit.by, draft.application), user=deposit.by, now=NOW)
    assert reader.get(to("desk-application", draft)).status_code == 404


def test_a_question_is_answered_then_published(draft, clerk, user):
    asked = ask_question(draft, "Faut-il un partenaire ?", user=user, now=NOW)
    address = to("desk-application-answer", draft, asked.pk)
    assert "Faut-il un partenaire ?" in clerk.get(address).content.decode()
    assert clerk.post(address, {"text": ""}).status_code == 422
    assert clerk.post(address, {"text": "x" * 2001}).status_code == 422
    assert clerk.post(address, {"text": "Oui."})["Location"] == to("desk-application", draft)
    publish = to("desk-application-publish", draft, asked.pk)
    assert clerk.get(publish).status_code == 200
    words = {
        "question__fr": "Un partenaire ?",
        "question__nl": "Een partner?",
        "answer__fr": "Oui.",
        "answer__nl": "Ja.",
    }
    assert clerk.post(publish, {**words, "answer__nl": ""}).status_code == 422
    assert clerk.post(publish, words).status_code == 302
    assert "Een partner?" in clerk.get(publish).content.decode()
    assert draft.application.call.faqs.get().question == {
        "fr": "Un partenaire ?",
        "nl": "Een partner?",
    }
    for name in ("desk-application-answer", "desk-application-publish"):
        assert clerk.get(to(name, draft, 0)).status_code == 404


def test_a_late_code_is_given_and_taken_back(draft, clerk, user):
    address = to("desk-application-late-code", draft)
    assert "Awa Bah" in clerk.get(address).content.decode()
    given = {
        "name": "Awa",
        "email": user.email,
        "reason": "illness",
        "explanation": "x",
        "expires_at": SOON,
    }
    assert clerk.post(address, {**given, "expires_at": "2020-01-01T16:00"}).status_code == 422
    stranger = clerk.post(address, {**given, "email": "nobody@test.example"})
    assert stranger.status_code == 422
    assert user.email in stranger.content.decode()
    assert clerk.post(address, given).status_code == 302
    code = LateCode.objects.get()
    assert "Awa" in clerk.get(to("desk-application", draft)).content.decode()
    clerk.post(to("desk-late-code-end", draft, code.pk))
    assert LateCode.objects.get().withdrawn_at
    clerk.post(to("desk-late-code-end", draft, code.pk))
    assert clerk.post(to("desk-late-code-end", draft, 0)).status_code == 404


def test_who_could_not_begin_gets_a_late_code_that_is_taken_back_or_used(draft, clerk):
    call = draft.application.call
    address = reverse("desk-call-late-codes", args=[call.slug])
    assert address in clerk.get(reverse("desk-applications")).content.decode()
    given = {"name": "Fatou", "email": "fatou@test.example", "reason": "outage", "explanation": "x"}
    assert clerk.post(address, {**given, "expires_at": ""}).status_code == 422
    assert clerk.post(address, {**given, "expires_at": "2020-01-01T16:00"}).status_code == 422
    assert [clerk.post(address, {**given, "expires_at": SOON}).status_code for _ in range(2)] == [
        302,
        302,
    ]
    code = LateCode.objects.get()
    assert (code.call, code.application, code.reason) == (call, None, "outage")
    assert "Fatou" in clerk.get(address).content.decode()
    back = reverse("desk-late-code-take-back", args=[code.pk])
    for _ in range(2):
        assert clerk.post(back)["Location"] == address
    assert LateCode.objects.get().withdrawn_at
    assert clerk.post(reverse("desk-late-code-take-back", args=[0])).status_code == 404
    type(call).objects.update(cancelled=True)
    assert clerk.get(address).status_code == 404


def test_a_completion_is_asked_and_closed_and_what_is_not_sent_is_not_shown(
    draft, deposit, clerk, user
):
    address = to("desk-application-completion", draft)
    assert "Résumé" in clerk.get(address).content.decode()
    given = {
        "fields_asked": ["summary"],
        "until": SOON,
        "reason": "unclear",
        "message": "Qui gère ?",
    }
    assert clerk.post(address, {**given, "fields_asked": []}).status_code == 422
    assert clerk.post(address, given).status_code == 302
    save_section(
        seen_by(user, draft.application),
        "project",
        {"summary": "Pas encore envoyé"},
        user=user,
        seen=None,
        now=timezone.now(),
    )
    told = clerk.get(to("desk-application", draft)).content.decode()
    assert "Qui gère ?" in told
    assert "Pas encore envoyé" not in told
    clerk.post(to("desk-application-completion-end", draft))
    assert CompletionWindow.objects.get().closed_at
    again = clerk.post(to("desk-application-completion-end", draft), follow=True)
    assert "n’attend pas" in again.content.decode()


def test_an_unknown_application_and_one_of_a_form_without_budget(clerk, user):
    from uuid import uuid4

    assert clerk.get(reverse("desk-application", args=[uuid4()])).status_code == 404
    from tests.factories.applications import a_call, a_version, definition

    raw = definition()
    raw["sections"] = [one for one in raw["sections"] if one["code"] != "money"]
    access = an_application(user, a_call(a_version(raw=raw).form))
    for code, answers in {
        "project": {"title": "T", "summary": "S", "country": "GN"},
        "proof": {"true": True},
    }.items():
        save_section(access, code, answers, user=user, seen=None, now=NOW + timedelta(minutes=1))
    from tests.factories.applications import join

    join(access, user)
    deposit_application(
        seen_by(user, access.application), user=user, key="k", declaration="Oui", now=NOW
    )
    assert "Montant demandé" not in clerk.get(to("desk-application", access)).content.decode()
