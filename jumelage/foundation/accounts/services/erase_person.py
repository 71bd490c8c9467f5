"""Erase a person: the row stays, for the journal's sake, and says nothing about anybody."""

from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from jumelage.foundation.accounts.models import Role, User
from jumelage.foundation.accounts.queries import is_last_administrator
from jumelage.foundation.accounts.services.end_sessions import end_every_session
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.declared import declared
from jumelage.foundation.kernel.errors import Refused

# Rows of other packages that hang on a person and speak of them.
_PERSONAL = {"account", "mfa", "socialaccount", "usersessions", "wagtailusers"}


def erase_person(person: User) -> None:
    """Remove all that names `person`, at their own wish; their acts stay in the journal under a number.

    Each room forgets what it keeps by `services.forget_person.forget_person(person)`, in this same transaction.
    A second time changes nothing. Refused("last-administrator") while nobody else holds that role.
    """
    with transaction.atomic():
        # Two administrators who leave at the same moment wait for each other here.
        Role.objects.select_for_update().filter(code="administrator").first()
        if User.objects.select_for_update().get(pk=person.pk).erased_at:
            return
        if is_last_administrator(person):
            raise Refused("last-administrator")
        # From the ground up: the rooms above write into the journal, for which others wait with rows of those below.
        for forget in reversed([*declared("services.forget_person", "forget_person")]):
            forget(person)
        sessions = end_every_session(person)
        for relation in person._meta.related_objects:
            model = relation.related_model
            if model._meta.app_label in _PERSONAL:
                model._default_manager.filter(**{relation.field.name: person}).delete()
        person.roles.clear()
        person.groups.clear()
        person.user_permissions.clear()
        write_line("accounts.person-erased", person, actor=person, sessions=sessions)
        # Last: a changed address holds up whoever points at this person, the journal in hand.
        _forget(person)


def _forget(person: User) -> None:
    person.email = f"{uuid4().hex}@erased.invalid"
    person.name = ""
    person.password = make_password(None)
    person.last_login = None
    person.is_active = person.is_superuser = False
    person.erased_at = timezone.now()
    person.save()
