"""Where allauth asks for the house's own ways."""

import base64
import hashlib
from pathlib import PurePath
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.utils.translation import get_language, gettext, gettext_lazy

from jumelage.foundation.accounts.models import User
from jumelage.foundation.accounts.notices import letter
from jumelage.foundation.accounts.phrases import MESSAGES
from jumelage.foundation.accounts.queries import passkeys_of, person_by_email


class AccountAdapter(DefaultAccountAdapter):
    """Names, languages, words."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": gettext_lazy(
            "The e-mail address or the password is not right. Check both, or ask for a code."
        ),
        "incorrect_code": gettext_lazy("This code is not right. Check it in the latest e-mail."),
        "incorrect_password": gettext_lazy("This password is not right."),
        "too_many_login_attempts": gettext_lazy(
            "Too many attempts. Wait five minutes, then try again."
        ),
        "rate_limited": gettext_lazy("Too many attempts. Wait a minute, then try again."),
    }

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Keep the name asked at sign-up, and write in the language of that page."""
        user.name = form.cleaned_data.get("name", "")
        user.language = get_language() or settings.LANGUAGE_CODE
        return super().save_user(request, user, form, commit)  # type: ignore[no-any-return]

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *_: Any,
        message: str = "",
        **__: Any,
    ) -> None:
        """Our own words; what the page itself makes plain is not said again."""
        told = message or MESSAGES.get(PurePath(message_template or "").stem)
        if told:
            messages.add_message(request, level, told)

    def render_mail(
        self, template_prefix: str, email: str, context: dict[str, Any], _headers: Any = None
    ) -> EmailMessage:
        """Our own letters, in the language of the person rather than that of the page."""
        person = person_by_email(email)
        language = person.language if person else get_language() or settings.LANGUAGE_CODE
        known = {key: value for key, value in context.items() if isinstance(value, str)}
        known["name"] = person.name if person else ""
        return letter(template_prefix.rsplit("/", 1)[-1], email, language, **known)


class IdentityAdapter(DefaultSocialAccountAdapter):
    """What an identity provider tells of a person."""

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:
        """Keep the whole name, and write in the language of the page."""
        person: User = super().populate_user(request, sociallogin, data)
        person.name = data.get("name") or ""
        person.language = get_language() or settings.LANGUAGE_CODE
        return person


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of authenticator apps are kept encrypted."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy(
            "This code is not right. Wait for the next code in your app, then try again."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Encrypt with a key drawn from the site's secret."""
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Read what `encrypt` made, also with the secrets of before."""
        return _lock().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: User, _type: str) -> str:
        """Number passkeys until the person names them."""
        return gettext("Passkey {number}").format(number=len(passkeys_of(user)) + 1)


class StaffBackend(AuthenticationBackend):
    """Allauth's sign-in; and lets people in a staff role into the desk, where their acts say what they may do."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:  # noqa: ARG002 - Django hands it over
        """Only ever the one permission that the editorial system asks of everybody."""
        return bool(
            perm == "wagtailadmin.access_admin" and user_obj.is_active and user_obj.is_staff
        )

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:  # noqa: ARG002
        """None of Django's own: roles are data, and hold acts."""
        return {"wagtailadmin.access_admin"} if user_obj.is_active and user_obj.is_staff else set()


def _lock() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(f"second factor{secret!s}".encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
