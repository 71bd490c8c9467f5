"""What people fill in about themselves."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


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
