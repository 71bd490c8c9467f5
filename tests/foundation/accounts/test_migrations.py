"""What a city keeps outlives a change of names."""

from importlib import import_module

import pytest
from django.apps import apps

from jumelage.foundation.accounts.models import Role
from tests.factories.accounts import RoleFactory

pytestmark = pytest.mark.django_db
migration = import_module("jumelage.foundation.accounts.migrations.0003_acts_by_their_rooms")
OLD = {"chief": ["desk.load", "desk.set-up", "registers.read"], "reader": ["registers.read"]}
NEW = {"chief": ["loading.load", "registers.read", "site.set-up"], "reader": ["registers.read"]}


def roles() -> dict[str, list[str]]:
    return dict(Role.objects.values_list("code", "acts"))


def test_roles_follow_acts_to_their_rooms_and_back() -> None:
    for code, acts in OLD.items():
        RoleFactory(code=code, acts=acts)
    migration.rename(apps, None)
    assert roles() == NEW
    migration.rename(apps, None)
    assert roles() == NEW
    migration.name_back(apps, None)
    assert roles() == OLD


def test_a_role_that_held_both_names_holds_the_new_one_once() -> None:
    RoleFactory(code="both", acts=["desk.load", "loading.load"])
    migration.rename(apps, None)
    assert roles() == {"both": ["loading.load"]}
