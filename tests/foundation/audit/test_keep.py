"""Keeping records: what changed is written and journalled once."""

import pytest
from django.core.exceptions import ValidationError

from jumelage.foundation.accounts.models import Role, User
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.audit.services.keep_links import keep_links
from jumelage.foundation.audit.services.keep_record import keep_record

pytestmark = pytest.mark.django_db

CLERK = {"name": {"fr": "Commis"}, "staff": True}


def keep(**values: object) -> Role:
    return keep_record(Role, {"code": "clerk"}, {**CLERK, **values}, act="test.keep-role")


def test_new_record_is_journalled_with_its_fields() -> None:
    role = keep()
    entry = Entry.objects.get()
    assert (entry.act, entry.record) == ("test.keep-role", f"accounts.role:{role.pk}")
    assert (entry.actor, entry.public) == ("", True)
    assert entry.details == {"new": True, "fields": ["name", "staff"]}


def test_record_without_values_is_kept_all_the_same() -> None:
    user = keep_record(User, {"email": "a@example.org", "password": "!"}, {}, act="test.keep-user")
    assert user.pk
    assert Entry.objects.get().details == {"new": True, "fields": []}


def test_same_again_changes_nothing() -> None:
    keep()
    keep()
    assert Entry.objects.count() == 1


def test_actor_and_what_visitors_do_not_see_are_told() -> None:
    user = User.objects.create_user("clerk@example.org")
    keep_record(
        Role, {"code": "clerk"}, dict(CLERK), act="test.keep-role", actor=user, public=False
    )
    entry = Entry.objects.get()
    assert (entry.actor, entry.public) == (str(user.pk), False)


def test_wrong_value_keeps_nothing() -> None:
    keep()
    with pytest.raises(ValidationError):
        keep(name={})
    assert Role.objects.get().name == {"fr": "Commis"}
    assert Entry.objects.count() == 1


def test_links_are_set_and_journalled_once() -> None:
    user = User.objects.create_user("clerk@example.org")
    role = keep()
    for _ in range(2):
        keep_links(user, "roles", [role], act="test.link")
    assert list(user.roles.all()) == [role]
    keep_links(user, "roles", [], act="test.link", public=False)
    assert not user.roles.exists()
    assert [(line.act, line.public) for line in Entry.objects.filter(act="test.link")] == [
        ("test.link", True),
        ("test.link", False),
    ]
