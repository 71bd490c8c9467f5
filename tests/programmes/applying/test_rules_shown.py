"""What the regulation asks of who applies is read before the deposit, not in a letter of refusal after it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jumelage.programmes.applications.queries.answers import draft_of
from jumelage.programmes.applications.services.writing.choose_frame import choose_frame
from jumelage.programmes.calls.models import Article, Question, Requirement
from tests.factories.accounts import UserFactory
from tests.factories.applications import (
    NOW,
    a_call,
    a_dossier,
    an_application,
    fill,
    publish,
    seen_by,
    words,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Any, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def a_choosy_call() -> Any:
    """A call whose article 3 lets only associations into the track "cooperation"; article 4 wants a seat here."""
    call = a_call()
    for number in "34":
        Article.objects.create(call=call, number=number, title=words("Qui"), text=words("Qui"))
    for slug, codes in (("kind", ("asbl", "school")), ("seat", ("yes", "no"))):
        choices = [{"code": code, "text": words(code)} for code in codes]
        Question.objects.create(call=call, slug=slug, text=words(slug), choices=choices)
    given = {"call": call, "authority": "proposal"}
    cooperation = call.tracks.get(slug="cooperation")
    Requirement.objects.create(
        **given, slug="who", text=words("Une ASBL"), needs="kind = asbl", article="3",
        track=cooperation,
    )  # fmt: skip
    Requirement.objects.create(
        **given, slug="seat", text=words("Un siège ici"), needs="seat = yes", article="4"
    )
    publish(call)
    return call


def read(user: Any, name: str, key: Any) -> str:
    browser = Client()
    browser.force_login(user)
    return str(browser.get(reverse(name, args=[key])).content.decode())


def test_a_legal_form_that_may_not_apply_is_told_so_from_the_first_page() -> None:
    user, call = UserFactory(language="fr"), a_choosy_call()
    access = an_application(user, call)
    key = access.application.key
    overview, check = read(user, "application", key), read(user, "application-check", key)
    for page in (overview, check):
        assert "Une ASBL" in page
        assert f"{reverse('call', args=[call.slug])}#article-3" in page
        assert reverse("call-eligibility", args=[call.slug]) in page
    # What only they know is read once more before the button, not on every page.
    assert "Un siège ici" not in overview
    assert "Un siège ici" in check
    choose_frame(
        access,
        user=user,
        organisation=access.application.organisation,
        track=call.tracks.get(slug="ecm"),
        now=NOW,
    )
    assert "Une ASBL" not in read(user, "application", key) + read(user, "application-check", key)


def test_it_warns_and_holds_nothing_up() -> None:
    user, call = UserFactory(language="fr"), a_choosy_call()
    access = fill(an_application(user, call), user)
    draft = draft_of(access.application)
    assert [(one.requirement.slug, one.met) for one in draft.rules] == [
        ("who", False),
        ("seat", None),
    ]
    assert [one.requirement.slug for one in draft.unmet_rules] == ["who"]
    assert draft.left == 0
    overview = read(user, "application", access.application.key)
    assert "Complète à 100" in overview
    # It does not say in one breath that they may deposit and that they may not.
    assert "vous pouvez déposer</h2>" not in overview
    assert 'name="declaration"' in read(user, "application-check", access.application.key)


def test_an_association_of_the_right_kind_and_a_call_without_rules_read_no_warning() -> None:
    user, call = UserFactory(language="fr"), a_choosy_call()
    access = an_application(user, call)
    access.application.organisation = a_dossier(user, legal_form="asbl").organisation
    access.application.save()
    draft = draft_of(seen_by(user, access.application).application)
    assert [(one.requirement.slug, one.met) for one in draft.rules] == [
        ("seat", None),
        ("who", True),
    ]
    assert draft.unmet_rules == ()
    assert draft_of(an_application(user).application).rules == ()


def test_the_page_that_begins_leads_to_the_check() -> None:
    user, call, plain = UserFactory(language="fr"), a_choosy_call(), a_call()
    leads = reverse("call-eligibility", args=[call.slug])
    assert leads in read(user, "application-start", call.slug)
    assert reverse("call-eligibility", args=[plain.slug]) not in read(
        user, "application-start", plain.slug
    )
