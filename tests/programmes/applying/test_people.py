"""Several people on one application: the link of an invitation opened more than once, who wrote what and when."""

from datetime import UTC, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jumelage.programmes.applications.choices import Right
from jumelage.programmes.applications.queries.answers import draft_of
from jumelage.programmes.applications.queries.people import token_of
from jumelage.programmes.applications.services.people.invite_colleague import invite_colleague
from jumelage.programmes.applications.services.writing.save_section import save_section
from jumelage.programmes.applying.queries.history import version_shown, versions_of
from jumelage.programmes.applying.queries.pages import steps_of
from tests.factories.accounts import UserFactory
from tests.factories.applications import NOW, an_application, fill

pytestmark = pytest.mark.django_db


def test_a_link_that_was_used_leads_to_the_application_and_an_older_one_to_the_newest_mail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW.astimezone(UTC))
    lead, colleague = UserFactory(), UserFactory(email="collegue@example.org")
    access = an_application(lead)
    older, newest = (
        invite_colleague(access, email=colleague.email, right=right, user=lead, now=NOW)
        for right in (Right.VIEW, Right.EDIT)
    )
    browser = Client()
    browser.force_login(colleague)
    late = browser.get(reverse("application-invitation", args=[token_of(older)]))
    assert late.status_code == 410
    assert "le lien du dernier e-mail" in late.content.decode()
    link = reverse("application-invitation", args=[token_of(newest)])
    assert "Participer" in browser.get(link).content.decode()
    browser.post(link)
    again = browser.get(link)
    assert again["Location"] == reverse("application", args=[access.application.key])


def test_who_works_on_it_already_leaves_the_link_to_the_colleague(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW.astimezone(UTC))
    lead, colleague = UserFactory(), UserFactory(email="ici@example.org")
    access = an_application(lead)
    found = invite_colleague(
        access, email="ailleurs@example.org", right=Right.VIEW, user=lead, now=NOW
    )
    link = reverse("application-invitation", args=[token_of(found)])
    browser = Client()
    browser.force_login(lead)
    for answer in (browser.get(link), browser.post(link)):
        assert answer.status_code == 410
        assert "Ce lien est pour ailleurs@example.org" in answer.content.decode()
    browser.force_login(colleague)
    page = browser.get(link).content.decode()
    assert "L’invitation a été envoyée à ailleurs@example.org" in page
    assert browser.post(link)["Location"] == reverse("application", args=[access.application.key])


@pytest.mark.parametrize(
    ("right", "words"),
    [
        (Right.VIEW, ("ni écrire ni déposer", "demandez-en le droit", "Pour en poser une")),
        (Right.EDIT, ("mais pas déposer",)),
        (Right.DEPOSIT, ()),
    ],
)
def test_each_page_says_what_a_right_does_not_hold(
    monkeypatch: pytest.MonkeyPatch, right: Right, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW.astimezone(UTC))
    access, colleague = an_application(UserFactory()), UserFactory()
    access.application.members.create(user=colleague, right=right, since=NOW)
    browser, key = Client(), access.application.key
    browser.force_login(colleague)
    pages = [
        reverse("application", args=[key]),
        reverse("application-section", args=[key, "project"]),
        reverse("application-questions", args=[key]),
    ]
    shown = "".join(browser.get(page).content.decode() for page in pages)
    said = ("ni écrire ni déposer", "demandez-en le droit", "Pour en poser une", "mais pas déposer")
    assert [one for one in said if one in shown] == list(words)


def test_two_answers_are_told_in_their_section_and_only_texts_are_kept_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW.astimezone(UTC))
    lead, browser = UserFactory(), Client()
    access = an_application(lead)
    browser.force_login(lead)
    key = access.application.key
    section = reverse("application-section", args=[key, "project"])
    assert "Voir les deux textes</a>" not in browser.get(section).content.decode()
    for answers, seen in (
        ({"title": "Ann", "country": "GN"}, None),
        ({"title": "Ben"}, {}),
        ({"country": "CD"}, {}),
    ):
        save_section(access, "project", answers, user=lead, seen=seen, now=NOW)
    assert "Voir les deux textes</a>" in browser.get(section).content.decode()
    page = browser.get(reverse("application-conflicts", args=[key])).content.decode()
    assert (page.count('value="other"'), page.count('value="both"')) == (2, 1)
    assert "modifié depuis" not in page
    save_section(access, "project", {"title": "Anne"}, user=lead, seen=None, now=NOW)
    page = browser.get(reverse("application-conflicts", args=[key])).content.decode()
    assert page.count("modifié depuis") == 1


def test_a_section_with_two_texts_is_not_complete_until_one_is_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW.astimezone(UTC))
    lead, browser = UserFactory(), Client()
    access = fill(an_application(lead), lead)
    browser.force_login(lead)
    application, lede = access.application, "choisissez ce qui reste"
    texts = reverse("application-conflicts", args=[application.key])
    assert lede not in browser.get(texts).content.decode()
    save_section(access, "project", {"title": "Puits"}, user=lead, seen={}, now=NOW)
    assert [one.left for one in steps_of(draft_of(application))] == [1, 0, 0]
    assert lede in browser.get(texts).content.decode()
    # Of a question that the form no longer asks nothing is left to do in a section.
    application.conflicts.update(field="gone")
    assert [one.left for one in steps_of(draft_of(application))] == [0, 0, 0]


def test_an_invitation_that_is_over_says_so() -> None:
    lead, browser = UserFactory(), Client()
    access = an_application(lead)
    browser.force_login(lead)
    address = reverse("application-people", args=[access.application.key])
    for now, said in ((timezone.now(), False), (NOW - timedelta(days=365), True)):
        invite_colleague(access, "x@y.example", Right.VIEW, user=lead, now=now)
        assert ("Lire. Expirée<" in browser.get(address).content.decode()) is said


def test_an_earlier_version_shows_what_stood_in_it_and_nothing_written_since(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW.astimezone(UTC))
    lead, colleague = UserFactory(), UserFactory()
    access = an_application(lead)
    save_section(access, "project", {"title": "Eau"}, user=lead, seen=None, now=NOW)
    later = {"title": "Eau", "summary": "Du collègue"}
    save_section(access, "project", later, user=colleague, seen=None, now=NOW)
    draft = draft_of(access.application)
    shown = [
        {one["code"]: one["paragraphs"] for one in version_shown(draft, version)[0]["items"]}
        for version in versions_of(access.application, "project")
    ]
    assert shown[0]["summary"] == ["Du collègue"]
    assert shown[1]["title"] == ["Eau"]
    assert shown[1]["summary"] == []
