"""Who signs out, by whichever door, leaves nothing on the device."""

import pytest
from django.test import Client
from django.urls import reverse

from jumelage.foundation.accounts.models import User
from tests.factories.accounts import PASSWORD, UserFactory, staff_role, with_app

pytestmark = pytest.mark.django_db


def signed_in(person: User) -> Client:
    client = Client(HTTP_HOST="localhost")
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


@pytest.mark.parametrize(
    ("door", "given"), [("account_logout", {}), ("account-erasure", {"sure": "on"})]
)
def test_every_way_out_clears_the_device(door: str, given: dict[str, str]) -> None:
    client = signed_in(UserFactory())
    assert "Clear-Site-Data" not in client.get(reverse("account"))
    answer = client.post(reverse(door), given)
    assert answer["Clear-Site-Data"] == '"storage"'
    assert client.get(reverse("account")).status_code == 302


def test_so_does_the_desk() -> None:
    client = Client(HTTP_HOST="localhost")
    client.force_login(with_app(UserFactory(roles=[staff_role()])))
    assert client.post(reverse("wagtailadmin_logout"))["Clear-Site-Data"] == '"storage"'


def test_a_sign_in_given_up_half_way_clears_nothing() -> None:
    person = with_app(UserFactory(roles=[staff_role()]))
    client = signed_in(person)
    answer = client.post(reverse("account_logout"))
    assert answer.status_code == 302
    assert "Clear-Site-Data" not in answer


@pytest.mark.parametrize("page", ["account", "account_logout"])
def test_our_own_buttons_ask_first(page: str) -> None:
    shown = signed_in(UserFactory()).get(reverse(page)).content.decode()
    assert "data-signs-out=" in shown
    assert "js/leaving" in shown
