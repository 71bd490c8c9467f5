"""Questions asked of the accounts."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

from jumelage.foundation.accounts.models import Role, User
from jumelage.foundation.audit.queries import acts_of
from jumelage.foundation.kernel.declared import declared

_SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_second_factor(user: User) -> bool:
    """Whether `user` has an authenticator app or a passkey; recovery codes alone do not count."""
    return bool(Authenticator.objects.filter(user=user, type__in=_SECOND_FACTORS).exists())


def passkeys_of(user: User) -> list[Authenticator]:
    """The passkeys of `user`, the oldest first."""
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN)
    return list(found.order_by("created_at"))


def has_authenticator_app(user: User) -> bool:
    """Whether `user` has set up an authenticator app."""
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())


def recovery_codes_left(user: User) -> int | None:
    """How many recovery codes `user` can still use; None when there are none at all."""
    codes = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(codes.wrap().get_unused_codes()) if codes else None


def person_by_email(email: str) -> User | None:
    """The person with an open account at `email`, whatever the capitals."""
    people = User.objects.filter(email__iexact=email.strip(), is_active=True)
    return people.prefetch_related("roles").first()


def every_role() -> list[Role]:
    """Every role, by code."""
    return list(Role.objects.order_by("code"))


def is_last_administrator(user: User) -> bool:
    """Whether nobody would be left in the role "administrator" without `user`."""
    holders = User.objects.filter(is_active=True, roles__code="administrator")
    return holders.filter(pk=user.pk).exists() and not holders.exclude(pk=user.pk).exists()


def data_of(user: User) -> dict[str, Any]:
    """Everything the platform keeps about `user`, as plain values; secrets are named, never shown.

    Each room adds what it keeps by `queries.personal_data(user)`: a mapping of headings to plain values.
    """
    return _own_data_of(user) | {
        heading: values
        for told in declared("queries", "personal_data")
        for heading, values in told(user).items()
    }


def _own_data_of(user: User) -> dict[str, Any]:
    return {
        "account": {
            "name": user.name,
            "email": user.email,
            "language": user.language,
            "joined_at": user.joined_at,
            "last_login": user.last_login,
            "roles": sorted(role.code for role in user.roles.all()),
        },
        "email_addresses": list(
            EmailAddress.objects.filter(user=user)
            .order_by("email")
            .values("email", "verified", "primary")
        ),
        "identity_providers": list(
            SocialAccount.objects.filter(user=user).values(
                "provider", "uid", "date_joined", "last_login"
            )
        ),
        "second_factors": [
            {
                "type": factor.type,
                "name": str(factor) if factor.type == Authenticator.Type.WEBAUTHN else "",
                "created_at": factor.created_at,
                "last_used_at": factor.last_used_at,
            }
            for factor in Authenticator.objects.filter(user=user).order_by("created_at")
        ],
        "sessions": list(
            UserSession.objects.filter(user=user)
            .order_by("created_at")
            .values("created_at", "last_seen_at", "ip", "user_agent")
        ),
        "acts": list(acts_of(user).values("at", "act", "record", "reason", "details")),
    }


def processings() -> list[dict[str, str]]:
    """What the room does with data about people, in words."""
    return [
        {
            "title": _("Accounts"),
            "what": _(
                "Your name, e-mail address, language and roles; the ways in which you sign in; for each open session"
                " its IP address, its browser and its hours."
            ),
            "why": _("To let you in, and nobody else under your name."),
            "readers": _("You, and the staff who work with you or help you to sign in."),
            "until": _("Until you erase your account, which you can do in it at any moment."),
        },
    ]
