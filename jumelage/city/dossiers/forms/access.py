"""Who asks for access, and how members answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.city.dossiers.choices import Right
from jumelage.city.dossiers.forms.asked import Asked


class AskForm(Asked):
    """Ask to be let in."""

    enterprise_number = forms.CharField(widget=forms.HiddenInput, max_length=40)
    because = forms.CharField(
        label=_("Who are you in this organisation?"),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Those who decide read it, with your name and e-mail address."),
    )


class InviteForm(Asked):
    """Invite a colleague."""

    email = forms.EmailField(label=_("E-mail address of your colleague"))
    right = forms.ChoiceField(label=_("Right"), choices=Right.choices, initial=Right.EDIT)


class RightForm(Asked):
    """Change somebody's right, or let them in with one."""

    right = forms.ChoiceField(label=_("Right"), choices=Right.choices, initial=Right.EDIT)


class RefusalForm(Asked):
    """Do not let somebody in."""

    answer = forms.CharField(
        label=_("Why not?"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The person reads your answer."),
    )
