"""Forms of the clerks who check dossiers."""

from typing import Any

from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext_lazy as _

from jumelage.city.dossiers.choices import RegisterAnswer, Right
from jumelage.city.dossiers.models import Dossier, DossierMember

_DAY = {"type": "date"}


class RegisterForm(forms.Form):
    """What the public register said."""

    on = forms.DateField(label=_("Looked up on"), widget=forms.DateInput(_DAY, "%Y-%m-%d"))
    answer = forms.ChoiceField(
        label=_("What the register said"), choices=[*BLANK_CHOICE_DASH, *RegisterAnswer.choices]
    )
    name_found = forms.CharField(label=_("Name in the register"), required=False, max_length=200)
    note = forms.CharField(
        label=_("Note"), required=False, max_length=300, help_text=_("No name of a person.")
    )


class DocumentCheckForm(forms.Form):
    """What the clerk saw in a document."""

    accepted = forms.TypedChoiceField(
        label=_("The document"),
        choices=[("yes", _("is in order")), ("no", _("must be sent again"))],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
    )
    remark = forms.CharField(
        label=_("What is wrong with it"),
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The members read it, by e-mail and in their dossier."),
    )


class DecisionForm(forms.Form):
    """Let somebody in after a check, or not."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[("grant", _("Let the person in")), ("refuse", _("Refuse"))],
        widget=forms.RadioSelect,
    )
    right = forms.ChoiceField(
        label=_("Right"), choices=Right.choices, initial=Right.MANAGE, required=False
    )
    checked = forms.CharField(
        label=_("How you checked that this person acts for the organisation"),
        required=False,
        max_length=300,
        help_text=_(
            "For example: called the number in the register; letter signed by two board members."
        ),
    )
    answer = forms.CharField(
        label=_("Why not?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The person reads your answer."),
    )


class ManagerForm(forms.Form):
    """Appoint who manages a dossier."""

    email = forms.EmailField(
        label=_("E-mail address with which the new manager signs in"),
        help_text=_("The person needs an account first."),
    )
    checked = forms.CharField(
        label=_("How you checked that this person acts for the organisation"), max_length=300
    )
    removed = forms.ModelMultipleChoiceField(
        DossierMember.objects.none(),
        label=_("Members who lose their access"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, dossier: Dossier, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["removed"]
        field.queryset = dossier.members.filter(ended_at=None).select_related("user")
        if not field.queryset:
            del self.fields["removed"]


class MergeForm(forms.Form):
    """Merge a double."""

    confirmed = forms.BooleanField(
        label=_("I checked that both are the same organisation"), required=False
    )
