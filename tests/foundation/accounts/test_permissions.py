from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser

from jumelage.foundation.accounts.choices import Act
from jumelage.foundation.accounts.permissions import (
    may,
    may_assist_somebody,
    may_reset_second_factor,
    must_have_second_factor,
)
from tests.factories.accounts import RoleFactory, UserFactory, staff_role

pytestmark = pytest.mark.django_db
RESET = Act.RESET_SECOND_FACTOR


def test_an_act_is_held_through_a_role() -> None:
    assert may(UserFactory(roles=[staff_role("clerk", RESET), RoleFactory()]), RESET)
    assert not may(UserFactory(roles=[staff_role("editor", "other.act")]), RESET)
    assert not may(UserFactory(), RESET)


def test_strangers_and_closed_accounts_hold_nothing() -> None:
    assert not may(AnonymousUser(), RESET)
    assert not may(UserFactory(is_active=False, roles=[staff_role("clerk", RESET)]), RESET)
    assert not may(UserFactory(is_active=False, is_superuser=True), RESET)


def test_a_superuser_holds_every_act() -> None:
    assert may(UserFactory(is_superuser=True), RESET)


@pytest.mark.parametrize("staff", [True, False])
def test_a_second_factor_is_for_staff(staff: bool) -> None:
    assert must_have_second_factor(UserFactory(roles=[RoleFactory(staff=staff)])) is staff
    assert not must_have_second_factor(AnonymousUser())
    assert must_have_second_factor(SimpleNamespace(is_authenticated=True, is_staff=True))


@pytest.mark.parametrize(
    ("helper", "person", "allowed"),
    [
        ("clerk", "applicant", True),
        ("clerk", "alderman", False),
        ("administrator", "alderman", True),
        ("editor", "applicant", False),
    ],
)
def test_who_helps_whom(helper: str, person: str, allowed: bool) -> None:
    acts = [] if helper == "editor" else [RESET]
    user = UserFactory(roles=[staff_role(helper, *acts)])
    assert may_assist_somebody(user) is (helper != "editor")
    assert may_reset_second_factor(user, UserFactory(roles=[RoleFactory(code=person)])) is allowed


def test_nobody_helps_themselves_nor_a_superuser() -> None:
    user = UserFactory(roles=[staff_role("administrator", RESET)])
    root = UserFactory(is_superuser=True)
    assert not may_reset_second_factor(user, user)
    assert not may_reset_second_factor(user, root)
    assert may_reset_second_factor(root, user)
