"""The code that was mailed to confirm who is there."""

from django import forms
from django.utils.translation import gettext_lazy as _


class MailedCodeForm(forms.Form):
    """Letters and digits; blanks and small letters are forgiven."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}
        ),
        error_messages={"required": _("Type the code from the e-mail.")},
    )

    def clean_code(self) -> str:
        """As it was sent, however it was typed."""
        return "".join(self.cleaned_data["code"].split()).upper()
