"""What no page of ours sends is answered as any slip is: nothing breaks, nothing is lost."""

from datetime import UTC

import pytest
from django.test import Client
from django.urls import reverse

from jumelage.programmes.applications.models import Question, Section
from tests.factories.accounts import UserFactory
from tests.factories.applications import NOW, an_application

pytestmark = pytest.mark.django_db
ENDLESS = "9" * 5000


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW.astimezone(UTC))


@pytest.fixture
def access():
    return an_application(UserFactory(language="fr"))


def sent(access, name, *more, **given):
    client = Client()
    client.force_login(access.application.members.get().user)
    return client.post(reverse(name, args=[access.application.key, *more]), given)


@pytest.mark.parametrize("seen", ["[" * 100_000, '{"a":' * 100_000, ENDLESS, "null", "NaN"])
def test_marks_that_are_none_cost_no_text(access, seen):
    answer = sent(access, "application-keep", "project", **{"f-title": "De l’eau", "seen": seen})
    assert answer.status_code == 200
    assert Section.objects.get().answers == {"title": "De l’eau"}


@pytest.mark.parametrize("number", [ENDLESS, "9" * 19, "-1", "²", "x", "0"])
def test_a_number_that_no_row_has_is_refused_in_words(access, number):
    answer = sent(access, "application-documents", **{"remove-file": number})
    assert answer.status_code == 422
    assert "Ce fichier n’est plus là." in answer.content.decode()
    answer = sent(access, "application-conflicts", number=number, choice="other")
    assert answer.status_code == 302


def test_a_question_holds_no_sign_that_the_database_cannot_keep(access):
    assert sent(access, "application-questions", text="Qui\0 signe ?").status_code == 302
    assert Question.objects.get().text == "Qui signe ?"
