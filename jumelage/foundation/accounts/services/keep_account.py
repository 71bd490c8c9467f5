"""Create or change somebody's account."""

from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from jumelage.foundation.accounts.models import Role, User
from jumelage.foundation.accounts.services.keep_address import keep_address
from jumelage.foundation.audit.services.keep_links import keep_links
from jumelage.foundation.audit.services.keep_record import keep_record
from jumelage.foundation.kernel.errors import Refused


def keep_account(
    email: str,
    *,
    name: str,
    language: str,
    roles: list[str],
    password: str | None = None,
    actor: Any = None,
) -> User:
    """The person at `email`, holding exactly `roles` (codes); the same again changes nothing.

    The address counts as verified. Without a password, a new person signs in by code.
    Refused("role-unknown") for a code that no role has.
    """
    email = email.strip().lower()
    with transaction.atomic():
        wanted = _roles(roles)
        person = User.objects.filter(email=email).first()
        values: dict[str, Any] = {"name": name, "language": language}
        if person is None or (password and not person.check_password(password)):
            values["password"] = make_password(password)
        person = keep_record(
            User, {"email": email}, values, act="accounts.account-kept", actor=actor, public=False
        )
        keep_links(person, "roles", wanted, act="accounts.roles-given", actor=actor, public=False)
        keep_address(person, email)
    return person


def _roles(codes: list[str]) -> list[Role]:
    found = {role.code: role for role in Role.objects.filter(code__in=codes)}
    for code in codes:
        if code not in found:
            raise Refused("role-unknown", code=code)
    return list(found.values())
