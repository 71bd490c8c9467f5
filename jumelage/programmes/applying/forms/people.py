"""Whom to invite."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.programmes.applications.choices import Right


class InvitationForm(forms.Form):
    """A colleague's address, and what they may do."""

    email = forms.EmailField(
        label=_("E-mail address of your colleague"),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "class": "input"}),
        error_messages={
            "required": _("Type the e-mail address of your colleague."),
            "invalid": _("Write the address as name@example.org."),
        },
    )
    right = forms.ChoiceField(
        label=_("What they may do"),
        choices=Right.choices,
        initial=Right.EDIT,
        widget=forms.RadioSelect,
    )
