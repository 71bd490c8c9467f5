"""Allauth's forms in our words: one label and one demand per field, the same on every page."""

from typing import Any

from allauth.account import forms as account
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm as AllauthActivateTOTPForm
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

_EMAIL = (_("E-mail address"), _("Type your e-mail address."))
_NEW_PASSWORD = (_("New password"), _("Type a new password."))
# Field: its label, and what to say when it is empty.
WORDS: dict[str, tuple[Any, Any]] = {
    "login": _EMAIL,
    "email": _EMAIL,
    "password": (_("Password"), _("Type your password.")),
    "oldpassword": (_("Password of today"), _("Type your password of today.")),
    "password1": _NEW_PASSWORD,
    "password2": (_("The new password again"), _("Type the new password a second time.")),
    "code": (_("Code"), _("Type the code.")),
    "remember": (_("Stay signed in on this device"), ""),
}


class _Worded(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() & WORDS.keys():
            label, demand = WORDS[name]
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = demand


class LoginForm(_Worded, account.LoginForm):
    """Address and password."""


class RequestLoginCodeForm(_Worded, account.RequestLoginCodeForm):
    """The address to send a code to."""


class ConfirmLoginCodeForm(_Worded, account.ConfirmLoginCodeForm):
    """The code received."""


class ConfirmEmailForm(_Worded, account.ConfirmEmailVerificationCodeForm):
    """The code received."""


class ConfirmPasswordResetForm(_Worded, account.ConfirmPasswordResetCodeForm):
    """The code received."""


class ResetPasswordForm(_Worded, account.ResetPasswordForm):
    """The address of the account."""


class ResetPasswordKeyForm(_Worded, account.ResetPasswordKeyForm):
    """A new password, twice."""


class ChangePasswordForm(_Worded, account.ChangePasswordForm):
    """The password of today and the new one."""


class SetPasswordForm(_Worded, account.SetPasswordForm):
    """A first password, twice."""


class AddEmailForm(_Worded, account.AddEmailForm):
    """The new address."""


class ReauthenticateForm(_Worded, account.ReauthenticateForm):
    """The password, once more."""


class _OpensOnce(forms.Form):
    """A code that was used stays used as long as it is believed: its own step, the one before and the one after."""

    user: Any

    def clean_code(self) -> str:
        code = normalize_user_code(self.cleaned_data["code"])
        used = f"accounts.used-code?user={self.user.pk}&code={code}"
        if cache.get(used):
            raise get_adapter().validation_error("incorrect_code")
        # Of two at the same moment allauth lets one pass; it forgets the code after one step.
        found: str = super().clean_code()  # type: ignore[misc]
        cache.set(
            used, "y", timeout=(2 * app_settings.TOTP_TOLERANCE + 1) * app_settings.TOTP_PERIOD
        )
        return found


class SecondStepForm(_OpensOnce, _Worded, mfa.AuthenticateForm):
    """A code of the app, or a recovery code."""


class SecondStepAgainForm(_OpensOnce, _Worded, mfa.ReauthenticateForm):
    """The same, once more."""


class ActivateTOTPForm(_Worded, AllauthActivateTOTPForm):
    """The first code of a new app."""


class SignupForm(_Worded, account.SignupForm):
    """With the name by which the person wishes to be called."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Type your name.")},
    )
    field_order = ("name", "email", "password1")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Password (optional)")
        self.fields["password1"].help_text = _(
            "At least 12 characters. Without a password, we send you a code at each sign-in."
        )


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """For keys that open the account on their own; nobody is asked to tell two kinds apart."""

    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of this passkey")
        self.fields["name"].help_text = _("For example: office computer, phone.")


class EditPasskeyForm(webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of this passkey")
        self.fields["name"].error_messages["required"] = _("Type a name.")
