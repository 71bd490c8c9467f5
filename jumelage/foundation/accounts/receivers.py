"""What allauth's own pages change in an account is written in the journal too."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver

from jumelage.foundation.accounts.services.note_act import note_act

_ACTS = {
    account.user_signed_up: "accounts.signed-up",
    account.password_set: "accounts.password-set",
    account.password_changed: "accounts.password-changed",
    account.password_reset: "accounts.password-reset",
    account.email_changed: "accounts.email-changed",
}
_FACTOR_ACTS = {
    mfa.authenticator_added: "accounts.second-factor-added",
    mfa.authenticator_removed: "accounts.second-factor-removed",
    mfa.authenticator_reset: "accounts.second-factor-renewed",
}


@receiver(list(_ACTS))
def account_changed(signal: Any, user: Any, **_: Any) -> None:
    """Somebody changed their account."""
    note_act(_ACTS[signal], user)


@receiver(list(_FACTOR_ACTS))
def factor_changed(signal: Any, user: Any, authenticator: Any, **_: Any) -> None:
    """Somebody changed a second factor; its type is told, never its name."""
    note_act(_FACTOR_ACTS[signal], user, type=authenticator.type)


@receiver(user_logged_out)
def signed_out(request: Any, user: Any, **_: Any) -> None:
    """Somebody signed out; a sign-in that was only half done and given up has nobody."""
    request.signed_out = user is not None
