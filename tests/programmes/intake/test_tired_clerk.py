"""Two clicks, two clerks, the back button: nothing is done twice, and nobody's words are lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jumelage.city.dossiers.choices import RequestState
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Letter
from jumelage.programmes.applications.models import CompletionWindow, LateCode, Mail
from jumelage.programmes.applications.queries.files import Access, access_to, inside
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.applications.services.exceptions.give_late_code import give_late_code
from jumelage.programmes.applications.services.exceptions.open_window import open_completion
from jumelage.programmes.applications.services.exchange.ask_question import ask_question
from jumelage.programmes.intake.services.register_arrival import register_arrival
from tests.factories.accounts import UserFactory
from tests.factories.applications import HOUR, NOW, a_call, an_application, fill
from tests.factories.dossiers import RequestFactory
from tests.factories.intake import entered
from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db
CODE = {
    "name": "Awa",
    "email": "awa@test.example",
    "reason": "outage",
    "explanation": "The line was cut.",
    "expires_at": HOUR + timedelta(days=3),
}


def a_question() -> tuple[Access, int]:
    """A question from within a draft."""
    lead = UserFactory()
    access = an_application(lead)
    return access, ask_question(access, "For which year?", user=lead, now=NOW).pk


def page_of(access: Access, number: int) -> str:
    return reverse("desk-application-answer", args=[access.application.key, number])


def shown(client: Client, address: str) -> dict[str, Any]:
    """What the form that is open in the browser sends along unseen."""
    return {"seen": client.get(address).context["form"]["seen"].value()}


def test_an_answer_sent_twice_is_mailed_once() -> None:
    access, number = a_question()
    clerk, address = at_desk("applications.handle"), page_of(access, number)
    sent = {**shown(clerk, address), "text": "For 2027.\r\nNot before."}
    assert [clerk.post(address, sent).status_code for _ in range(2)] == [302, 302]
    assert Mail.objects.filter(kind=Letter.ANSWER).count() == 1


def test_two_clerks_answer_and_neither_answer_is_lost() -> None:
    access, number = a_question()
    first, second = at_desk("applications.handle"), at_desk("applications.handle")
    address = page_of(access, number)
    open_in_both = shown(first, address)
    assert first.post(address, {**open_in_both, "text": "For 2027."}).status_code == 302
    refused = second.post(address, {**open_in_both, "text": "For 2028."})
    assert refused.status_code == 422
    content = refused.content.decode()
    assert "For 2027." in content
    assert "For 2028." in content
    assert access.application.questions.get().answer == "For 2027."
    again = {"seen": refused.context["form"]["seen"].value(), "text": "For 2028."}
    assert second.post(address, again).status_code == 302
    assert access.application.questions.get().answer == "For 2028."


def test_a_late_code_asked_for_twice_is_given_once() -> None:
    clerk, call = person("applications.handle"), a_call()
    first = give_late_code(call, CODE, user=clerk, now=NOW)
    assert give_late_code(call, CODE, user=clerk, now=NOW) == first
    assert Mail.objects.filter(kind=Letter.LATE_CODE).count() == 1
    give_late_code(call, {**CODE, "email": "binta@test.example"}, user=clerk, now=NOW)
    give_late_code(call, CODE, user=person("applications.handle"), now=NOW)
    assert LateCode.objects.count() == 3


def test_a_completion_asked_for_twice_is_opened_once() -> None:
    user, clerk = UserFactory(), person("applications.handle")
    access = fill(an_application(user), user)
    deposit_application(access, user=user, key="one", declaration="Yes", now=NOW)
    theirs = access_to(clerk, access.application.key)
    assert theirs
    words: dict[str, Any] = {
        "reason": "unclear",
        "message": "Who?",
        "until": HOUR + timedelta(days=9),
    }
    first = open_completion(theirs, ["summary"], user=clerk, now=NOW, **words)
    assert open_completion(theirs, ["summary"], user=clerk, now=NOW, **words) == first
    for user_asking, more in ((clerk, {"message": "When?"}), (person("applications.handle"), {})):
        with pytest.raises(Refused, match="window-open"):
            open_completion(theirs, ["summary"], user=user_asking, now=NOW, **{**words, **more})
    assert CompletionWindow.objects.count() == 1


def test_back_to_a_registration_that_is_done_leads_to_the_sheet() -> None:
    client, clerk = at_desk("applications.intake"), person("applications.intake")
    found = entered(a_call(), clerk)
    access = inside(clerk, found.key)
    assert access
    register_arrival(access, user=clerk, key="one", signed=True, now=NOW)
    address = reverse("desk-register-application", args=[found.key])
    for answer in (client.get(address), client.post(address, {"key": "two", "signed": "on"})):
        assert answer.status_code == 302
        assert answer["Location"] == reverse("desk-application", args=[found.key])
    assert found.deposits.count() == 1


def test_a_request_that_a_colleague_decided_is_told_as_decided() -> None:
    client = at_desk("dossiers.check")
    asked = RequestFactory(state=RequestState.REFUSED)
    address = reverse("desk-access-request", args=[asked.pk])
    for answer in (client.get(address), client.post(address, {"decision": "grant"})):
        assert answer.status_code == 302
        assert answer["Location"] == reverse("desk-access-requests")
    assert client.get(reverse("desk-access-request", args=[asked.pk + 1])).status_code == 404
