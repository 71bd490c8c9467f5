"""People and roles for tests."""

from typing import Any

import factory
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.sessions.backends.db import SessionStore

from jumelage.foundation.accounts.models import Role, User

PASSWORD = "drie woorden samen 2026"


class RoleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Role
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"role-{n}")
    name = factory.LazyAttribute(lambda role: {"fr": role.code, "nl": role.code, "en": role.code})
    staff = False
    acts = factory.LazyFunction(list)


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    language = "fr"
    password = factory.django.Password(PASSWORD)

    @factory.post_generation
    def roles(self: User, create: bool, extracted: list[Role] | None, **_: Any) -> None:
        self.roles.set(extracted or [])

    @factory.post_generation
    def address(self: User, create: bool, extracted: Any, **_: Any) -> None:
        EmailAddress.objects.create(user=self, email=self.email, verified=True, primary=True)


def staff_role(code: str = "editor", *acts: str) -> Role:
    return RoleFactory(code=code, staff=True, acts=list(acts))


def with_app(user: User, secret: str = "") -> User:
    """The person, with an authenticator app and recovery codes."""
    TOTP.activate(user, secret or generate_totp_secret())
    RecoveryCodes.activate(user)
    return user


def with_session(user: User) -> str:
    """The key of an open session of the person."""
    from allauth.usersessions.models import UserSession

    store = SessionStore()
    store["_auth_user_id"] = str(user.pk)
    store.create()
    UserSession.objects.create(
        user=user, ip="192.0.2.1", session_key=store.session_key, user_agent="Tests"
    )
    return str(store.session_key)


def factors_of(user: User) -> set[str]:
    return set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
