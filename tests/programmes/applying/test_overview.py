"""How much the pages of an application ask of the database: the same, whatever was written in it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jumelage.programmes.applications.choices import Act, Letter, Right, Sent
from jumelage.programmes.applications.models import Conflict, Invitation, Mail, Member, Question
from jumelage.programmes.applications.queries.files import access_to
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.applications.services.depositing.withdraw_application import (
    withdraw_application,
)
from jumelage.programmes.applications.services.exceptions.open_window import open_completion
from jumelage.programmes.applications.services.writing.add_file import add_file
from tests.factories.accounts import UserFactory
from tests.factories.applications import HOUR, NOW, a_call, an_application, fill, publish, seen_by
from tests.factories.files import pdf
from tests.factories.staff import person
from tests.factories.texts import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def opened(user: Any) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


def crowd(access: Any, user: Any, number: int) -> None:
    """As many people, questions, texts of two and lost mails."""
    application = access.application
    for turn in range(number):
        Member.objects.create(application=application, user=UserFactory(), right=Right.VIEW)
        Question.objects.create(application=application, asked_by=user, text="Quand ?")
        Conflict.objects.create(
            application=application,
            section="project",
            field="title",
            standing="a",
            standing_by=user,
            standing_at=NOW,
            other="b",
            other_by=user,
            other_at=NOW,
        )
        Invitation.objects.create(
            application=application,
            email=f"x{turn}@y.be",
            right=Right.EDIT,
            invited_by=user,
            expires_at=NOW,
        )
        Mail.objects.create(
            application=application,
            kind=Letter.INVITATION,
            occasion=str(turn),
            address=f"X{turn}@y.be",
            state=Sent.BOUNCED,
        )


@pytest.mark.parametrize("number", [1, 3])
def test_a_draft_asks_little(number: int, django_assert_num_queries: Any) -> None:
    user = UserFactory()
    access = an_application(user)
    crowd(access, user, number)
    browser, address = opened(user), reverse("application", args=[access.application.key])
    browser.get(address)  # the use of the draft is noted once a minute
    with django_assert_num_queries(18):
        page = browser.get(address).content.decode()
    assert page.count("@y.be") == number


@pytest.mark.parametrize("number", [1, 3])
def test_so_does_what_is_deposited(number: int, django_assert_num_queries: Any) -> None:
    user = UserFactory()
    access = fill(an_application(user), user)
    for turn in range(number):
        given = {"user": user, "now": NOW + timedelta(minutes=turn)}
        deposit_application(access, key=f"page-{turn}", declaration="Je déclare.", **given)
        if turn < number - 1:
            withdraw_application(seen_by(user, access.application), **given)
    crowd(access, user, number)
    browser, address = opened(user), reverse("application", args=[access.application.key])
    with django_assert_num_queries(20):
        page = browser.get(address).content.decode()
    assert page.count("2027-0000") >= number


@pytest.mark.parametrize("number", [1, 3])
def test_my_list_asks_little(
    number: int, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    user, call = UserFactory(), a_call()
    for _ in range(number):
        an_application(user, call)
    browser = opened(user)
    monkeypatch.setattr("django.utils.timezone.now", lambda: HOUR + timedelta(days=1))
    with django_assert_num_queries(7):
        page = browser.get(reverse("my-applications")).content.decode()
    assert page.count("row--side") == number


def test_a_line_of_the_budget_without_its_amount_is_named() -> None:
    user = UserFactory()
    access = fill(an_application(user), user)
    section = access.application.sections.get(code="money")
    section.answers["budget"]["costs"].append({"category": "staff", "label": "Formation"})
    section.save()
    page = opened(user).get(reverse("application", args=[access.application.key])).content.decode()
    assert "Budget\u00a0: Coûts, ligne 2" in page


def test_the_next_act_of_a_draft_is_the_first_section_with_something_left() -> None:
    user = UserFactory()
    access = an_application(user)
    browser, key = opened(user), access.application.key
    wanted = f'<a class="btn" href="{reverse("application-section", args=[key, "project"])}">'
    overview = reverse("application", args=[key])
    assert wanted in browser.get(overview).content.decode()
    fill(access, user)
    assert wanted not in browser.get(overview).content.decode()


def test_what_is_deposited_is_read_and_no_longer_looks_as_if_it_could_be_changed() -> None:
    user = UserFactory()
    access = fill(an_application(user), user)
    deposit_application(access, key="page", declaration="Je déclare.", user=user, now=NOW)
    browser, key = opened(user), access.application.key
    page = browser.get(reverse("application-section", args=[key, "project"])).content.decode()
    assert "De l’eau à Labé" in page
    assert 'name="f-title"' not in page
    page = browser.get(reverse("application-section", args=[key, "proof"])).content.decode()
    file = access.application.attachments.get(field="letter")
    assert f'href="{reverse("application-file", args=[key, file.pk])}"' in page
    receipt = browser.get(reverse("application-receipt", args=[key])).content.decode()
    assert " ko" in receipt
    assert "Kio" not in receipt


def test_after_the_hour_the_one_thing_that_still_helps_stands_first(monkeypatch: Any) -> None:
    user = UserFactory()
    access = an_application(user)
    browser, key = opened(user), access.application.key
    overview = reverse("application", args=[key])
    monkeypatch.setattr("django.utils.timezone.now", lambda: HOUR - timedelta(hours=20))
    # A page that stays open over the hour does not say that all is lost: the grace period may hold.
    before = browser.get(overview).content.decode()
    assert 'data-over="L’heure est passée. Rechargez la page' in before
    assert 'id="left-title"' in before
    monkeypatch.setattr("django.utils.timezone.now", lambda: HOUR + timedelta(minutes=31))
    after = browser.get(overview).content.decode()
    assert 'id="left-title"' not in after
    assert after.index('id="code-title"') < after.index('id="steps-title"')
    checked = browser.get(reverse("application-check", args=[key])).content.decode()
    assert "L’échéance est passée" in checked
    begun = browser.get(reverse("application-start", args=[access.application.call.slug]))
    assert "Déposez avant" not in begun.content.decode()


def test_whoever_may_not_deposit_is_told_so_and_not_that_it_is_late() -> None:
    access, colleague = an_application(UserFactory()), UserFactory()
    Member.objects.create(application=access.application, user=colleague, right=Right.EDIT)
    address = reverse("application-check", args=[access.application.key])
    page = opened(colleague).get(address).content.decode()
    assert "Vous n’avez pas le droit de déposer" in page
    assert "échéance" not in page.split('id="deposit-title"')[1].split("</section>")[0]


def test_a_completion_opens_what_is_asked_and_nothing_beside_it() -> None:
    user, clerk = UserFactory(), person(Act.HANDLE)
    access = fill(an_application(user), user)
    deposit_application(access, key="page", declaration="Je déclare.", user=user, now=NOW)
    key = access.application.key
    words = {"reason": "unclear", "message": "Qui gère ?", "until": NOW + timedelta(days=3)}
    overview, done = reverse("application", args=[key]), "Il n’y a plus rien à faire"
    assert done in opened(user).get(overview).content.decode()
    open_completion(access_to(clerk, key), ["summary"], user=clerk, now=NOW, **words)
    assert done not in opened(user).get(overview).content.decode()
    page = opened(user).get(reverse("application-section", args=[key, "project"])).content.decode()
    assert 'name="f-summary"' in page
    assert 'name="f-title"' not in page
    assert "Qui gère\u00a0?" in page


def test_mails_that_one_address_did_not_get_are_told_at_once():
    lead = UserFactory()
    application = an_application(lead).application
    for turn, kind in enumerate((Letter.RECEIPT, Letter.REMINDER, Letter.REMINDER)):
        given = {"kind": kind, "occasion": str(turn), "address": lead.email, "language": "fr"}
        Mail.objects.create(application=application, state=Sent.BOUNCED, **given)
    page = opened(lead).get(reverse("application", args=[application.key])).content.decode()
    assert page.count(lead.email) == 1
    assert page.count("Accusé de réception du dépôt") == 1


def test_a_completion_leads_to_each_question_and_is_sent_by_who_may_deposit(monkeypatch):
    lead, editor = UserFactory(), UserFactory()
    access = fill(an_application(lead), lead)
    deposit_application(access, user=lead, key="one", declaration="Oui", now=NOW)
    Member.objects.create(application=access.application, user=editor, right=Right.EDIT)
    theirs = access_to(person(Act.HANDLE), access.application.key)
    asked = ["summary", "letter"]
    words = {"reason": "unclear", "message": "Qui ?", "until": NOW + timedelta(days=1)}
    open_completion(theirs, asked, user=person(Act.HANDLE), now=NOW, **words)
    key = access.application.key
    address, sent_to = (reverse(f"application{name}", args=[key]) for name in ("", "-complete"))
    page = opened(lead).get(address).content.decode()
    for section, field in (("project", "summary"), ("proof", "letter")):
        place = reverse("application-section", args=[key, section])
        assert f'href="{place}#f-{field}"' in page
    # From there back to where it is sent, not through sections that nobody asked for.
    assert opened(lead).post(place, {"next": ""})["Location"] == address
    assert [sent_to in opened(who).get(address).content.decode() for who in (lead, editor)] == [
        True,
        False,
    ]
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(days=1, seconds=1))
    over = opened(lead).get(address).content.decode()
    assert sent_to not in over
    assert "rien n’a été envoyé" in over


def test_a_completion_leads_to_a_document_asked_beside_the_form():
    lead, call, clerk = UserFactory(), a_call(), person(Act.HANDLE)
    call.asked_documents.create(slug="programme", title=text("Programme"), required=True)
    publish(call)
    access = fill(an_application(lead, call), lead)
    add_file(access, "document-programme", pdf("Jour 1"), name="p.pdf", user=lead, now=NOW)
    deposit_application(access, user=lead, key="one", declaration="Oui", now=NOW)
    key = access.application.key
    said = {"reason": "unclear", "message": "Quel jour ?", "until": NOW + timedelta(days=1)}
    open_completion(access_to(clerk, key), ["document-programme"], user=clerk, now=NOW, **said)
    page = opened(lead).get(reverse("application", args=[key])).content.decode()
    assert f'href="{reverse("application-documents", args=[key])}#document-programme"' in page


def test_of_a_cancelled_call_the_page_of_a_draft_and_of_a_deposit_leads_to_the_reason():
    lead = UserFactory()
    draft = fill(an_application(lead), lead)
    call = draft.application.call
    address = reverse("application", args=[draft.application.key])
    type(call).objects.update(cancelled=True)
    assert (
        f'href="{reverse("call", args=[call.slug])}"' in opened(lead).get(address).content.decode()
    )
    type(call).objects.update(cancelled=False)
    deposit_application(draft, user=lead, key="one", declaration="Oui", now=NOW)
    assert "annulé" not in opened(lead).get(address).content.decode()
    type(call).objects.update(cancelled=True)
    told = opened(lead).get(address).content.decode()
    assert "L’appel est annulé." in told
    assert f'href="{reverse("call", args=[call.slug])}"' in told


def test_a_document_of_the_dossier_is_called_joined_only_while_it_stands():
    user = UserFactory()
    application = an_application(user).application
    browser, address = opened(user), reverse("application-documents", args=[application.key])
    documents = application.organisation.dossier.documents.order_by("pk")
    number = documents.count()
    assert browser.get(address).content.decode().count("Joint<") == number
    for change, told in (
        ({"valid_until": NOW.date() - timedelta(days=1)}, "Expiré"),
        ({"valid_until": None, "state": "refused"}, "à renvoyer"),
    ):
        documents.filter(pk=documents[0].pk).update(**change)
        page = browser.get(address).content.decode()
        assert page.count("Joint<") == number - 1
        assert f'tag--err">{told}<' in page
