"""No page of the sign-in tells whether an address is known here."""

import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("page", "more"),
    [
        ("account_signup", {"name": "Awa", "password1": "four-wells-and-1-road"}),
        ("account_reset_password", {}),
        ("account_request_login_code", {}),
    ],
)
def test_a_known_address_and_an_unknown_one_get_the_same_answer(client, page, more):
    UserFactory(email="known@test.example")
    answers = []
    for email in ("known@test.example", "unknown@test.example"):
        client.cookies.clear()
        sent = client.post(reverse(page), {"email": email, **more})
        shown = client.get(sent["Location"])
        answers.append((sent.status_code, sent["Location"], shown.status_code))
    assert answers[0] == answers[1]
    assert answers[0][0] == 302
