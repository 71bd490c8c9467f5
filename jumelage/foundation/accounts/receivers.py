"""What allauth's own pages change in an account is written in the journal too."""

from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa import signals as mfa
from django.contrib import messages
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver

from jumelage.foundation.accounts.phrases import MESSAGES
from jumelage.foundation.accounts.services.drop_password import drop_unproved_password
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


@receiver(account.email_confirmed)
def address_proved(request: Any, email_address: Any, **_: Any) -> None:
    """An address is proved by a sign-in code: who typed the password at sign-up, with this address, may be another."""
    person = email_address.user
    records = get_authentication_records(request, person)
    if records and records[-1]["method"] == "code" and drop_unproved_password(person):
        messages.warning(request, MESSAGES["password_dropped"])


@receiver(user_logged_out)
def signed_out(request: Any, user: Any, **_: Any) -> None:
    """Somebody signed out; a sign-in that was only half done and given up has nobody."""
    request.signed_out = user is not None
