"""Refusals of the room, in words; and what we say after allauth did something."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "role-unknown": _("There is no role named “{code}”."),
    "person-unknown": _("No account has this e-mail address. Check the spelling with the person."),
    "assistance-not-allowed": _("Your role does not allow you to remove a second factor."),
    "assistance-to-oneself": _(
        "You cannot remove your own second factor. Ask a colleague with the same right."
    ),
    "assistance-to-superior": _(
        "This person has a role above yours. Ask somebody with the same role as theirs."
    ),
    "second-factor-missing": _("This account has no second factor. There is nothing to remove."),
    "reason-unknown": _("Choose one of the reasons in the list."),
    "session-unknown": _("This session is already closed."),
    "last-administrator": _(
        "You are the only administrator. Give this role to somebody else before you erase"
        " your account."
    ),
}

# By the name that allauth gives to the message; a message that is not here is not said.
MESSAGES = {
    "email_confirmed": _("Your e-mail address is confirmed."),
    "email_confirmation_failed": _("This address already belongs to another account."),
    "password_changed": _("Your new password is kept."),
    "password_set": _("Your new password is kept."),
    "password_dropped": _(
        "The password typed at sign-up is erased: whoever typed it had not shown that this address is theirs."
        " If it was you, choose a password again on this page."
    ),
    "totp_activated": _("The authenticator app is set up."),
    "totp_deactivated": _("The authenticator app is removed."),
    "webauthn_added": _("The passkey is added."),
    "webauthn_removed": _("The passkey is removed."),
    "recovery_codes_generated": _("Your new codes are ready."),
    "sessions_logged_out": _("The other sessions are closed."),
    "account_connected": _("The identity provider is connected."),
    "account_connected_other": _("This identity already belongs to another account."),
    "account_disconnected": _("The identity provider is disconnected."),
}
