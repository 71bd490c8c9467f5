"""What people fill in about themselves, and what a clerk fills in for them."""

from typing import Any

from allauth.account.forms import SignupForm as AllauthSignupForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.choices import ResetReason


class SignupForm(AllauthSignupForm):  # type: ignore[misc]
    """Allauth's, with the name by which the person wishes to be called."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ("name", "email", "password1")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Password (optional)")
        self.fields["password1"].help_text = _(
            "At least 12 characters. Without a password, we send you a code at each sign-in."
        )


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """Allauth's, for keys that open the account on their own; nobody is asked to tell two kinds apart."""

    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of this passkey")
        self.fields["name"].help_text = _("For example: office computer, phone.")


class ProfileForm(forms.Form):
    """How to call somebody, and in which language."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Language of the e-mails we send you"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
    )


class ErasureForm(forms.Form):
    """A person confirms that they wish to be forgotten."""

    sure = forms.BooleanField(
        label=_("I understand that nobody can bring my account back."),
        error_messages={"required": _("Tick the box to confirm, or go back to your account.")},
    )


class PersonForm(forms.Form):
    """Whom a clerk wishes to help."""

    email = forms.EmailField(
        label=_("E-mail address of the person"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class ResetForm(forms.Form):
    """Why a second factor is removed."""

    email = forms.EmailField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=ResetReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason.")},
    )
    sure = forms.BooleanField(
        label=_("I have checked who this person is, by another way than e-mail."),
        error_messages={"required": _("Check who the person is first, then tick the box.")},
    )
