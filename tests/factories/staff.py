"""People who work at the desk."""

from allauth.mfa.models import Authenticator
from django.test import Client

from jumelage.foundation.accounts.models import Role, User


def person(
    *acts: str, staff: bool = True, language: str = "en", second_factor: bool = True
) -> User:
    """Somebody whose one role holds exactly `acts`."""
    number = User.objects.count() + 1
    role = Role.objects.create(
        code=f"role-{number}", name={"fr": "Rôle"}, staff=staff, acts=list(acts)
    )
    user = User.objects.create(
        email=f"person-{number}@test.example", name=f"Person {number}", language=language
    )
    user.roles.add(role)
    if second_factor:
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return user


def at_desk(*acts: str, **given) -> Client:
    """A browser in which such a person is signed in."""
    client = Client()
    client.force_login(person(*acts, **given))
    return client
