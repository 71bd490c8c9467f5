"""What a clerk fills in to help somebody."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.accounts.choices import ResetReason


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
