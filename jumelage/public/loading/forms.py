"""The form by which an archive of data files is sent."""

from django import forms
from django.utils.translation import gettext_lazy as _


class BundleForm(forms.Form):
    """One ZIP archive; what it holds is checked by the rules, not here."""

    file = forms.FileField(
        label=_("The folder of data files, as one ZIP archive"),
        allow_empty_file=True,
        widget=forms.ClearableFileInput({"accept": ".zip,application/zip"}),
        help_text=_("Up to 50 MB. Nothing is written before you have seen what would change."),
        error_messages={"required": _("Choose the archive first.")},
    )
