"""Who asks for access, and how members answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.city.dossiers.choices import Right


class AskForm(forms.Form):
    """Ask to be let in."""

    enterprise_number = forms.CharField(widget=forms.HiddenInput, max_length=40)
    because = forms.CharField(
        label=_("Who are you in this organisation?"),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Those who decide read it, with your name and e-mail address."),
    )


class InviteForm(forms.Form):
    """Invite a colleague."""

    email = forms.EmailField(label=_("E-mail address of your colleague"))
    right = forms.ChoiceField(label=_("Right"), choices=Right.choices, initial=Right.EDIT)


class RightForm(forms.Form):
    """Change somebody's right, or let them in with one."""

    right = forms.ChoiceField(label=_("Right"), choices=Right.choices, initial=Right.EDIT)


class RefusalForm(forms.Form):
    """Do not let somebody in."""

    answer = forms.CharField(
        label=_("Why not?"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The person reads your answer."),
    )
