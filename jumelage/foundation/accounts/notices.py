"""Letters of the room: one table, one template, plain text."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from jumelage.foundation.accounts.models import User

_Words = str | Promise
_IGNORE = _("You did not ask for this? Then do nothing: without the code, nothing changes.")
_ALARM = _("It was not you? Choose a new password at once, and close the sessions you do not know.")
_NOTHING = _("It was not you? Then do nothing: nothing has changed.")
_TYPE = _("Type this code in the page that asked for it. It is valid for 15 minutes.")


@dataclass(frozen=True)
class Letter:
    """A letter: its subject starts with the fact; `after` says what to do when it is not expected.

    `link` names the value of the context that holds the address to follow.
    """

    subject: _Words
    text: _Words
    after: _Words = _ALARM
    link: str = ""


# By the name under which allauth asks for it, or our own.
LETTERS = {
    "login_code": Letter(_("Your code to sign in"), _TYPE, _IGNORE),
    "confirm_code": Letter(
        _("Your code to confirm that it is you"),
        _TYPE,
        _("It was not you? Then somebody is in your account: close the sessions you do not know."),
    ),
    "password_reset_code": Letter(_("Your code to choose a new password"), _TYPE, _IGNORE),
    "email_confirmation": Letter(_("Your code to confirm this address"), _TYPE, _IGNORE),
    "email_confirmation_signup": Letter(_("Your code to open your account"), _TYPE, _IGNORE),
    "account_already_exists": Letter(
        _("You already have an account"),
        _("Somebody asked to open one with this address. Sign in, or choose a new password here:"),
        _NOTHING,
        link="password_reset_url",
    ),
    "unknown_account": Letter(
        _("No account exists for this address"),
        _(
            "Somebody tried to sign in with this address. Try another one, or create an account here:"
        ),
        _NOTHING,
        link="signup_url",
    ),
    "password_changed": Letter(
        _("Your password has changed"), _("You sign in with it from now on.")
    ),
    "password_reset": Letter(_("Your password has changed"), _("You sign in with it from now on.")),
    "password_set": Letter(_("Your account has a password"), _("You can sign in with it.")),
    "email_changed": Letter(
        _("Your e-mail address has changed"), _("From now on we write to {to_email}.")
    ),
    "email_confirm": Letter(
        _("Your e-mail address is confirmed"), _("You can sign in with it from now on.")
    ),
    "email_deleted": Letter(
        _("An e-mail address left your account"), _("We no longer write to {deleted_email}.")
    ),
    "recovery_codes_generated": Letter(
        _("You have new recovery codes"), _("The codes of before no longer work.")
    ),
    "totp_activated": Letter(
        _("An authenticator app protects your account"), _("We ask for its code at each sign-in.")
    ),
    "totp_deactivated": Letter(
        _("The authenticator app left your account"), _("Its codes no longer open your account.")
    ),
    "webauthn_added": Letter(
        _("A passkey opens your account"), _("You can sign in with it from now on.")
    ),
    "webauthn_removed": Letter(
        _("A passkey left your account"), _("It no longer opens your account.")
    ),
    "account_connected": Letter(
        _("An identity provider opens your account"), _("You can sign in with it from now on.")
    ),
    "account_disconnected": Letter(
        _("An identity provider left your account"), _("It no longer opens your account.")
    ),
    "second_factor_reset": Letter(
        _("Your second factor has been removed"),
        _(
            "A member of the city’s staff removed it at your request and closed your sessions."
            " Sign in again, then set up a new one."
        ),
        _("You did not ask for this? Tell the city at once."),
    ),
}


def letter(key: str, to: str, language: str, /, **context: Any) -> EmailMessage:
    """The letter of that key in `language` (code); `context` may hold the person's name and a code."""
    chosen = LETTERS[key]
    with override(language):
        body = render_to_string(
            "accounts/notices/letter.txt",
            {
                **context,
                "text": str(chosen.text).format(**context),
                "after": chosen.after,
                "link": context.get(chosen.link, ""),
                "address": settings.SITE_ADDRESS,
            },
        )
        return EmailMessage(str(chosen.subject), body.strip() + "\n", to=[to])


def second_factor_reset(person: User) -> EmailMessage:
    """The letter to somebody whose second factor a clerk removed, in their language."""
    return letter("second_factor_reset", person.email, person.language, name=person.name)
