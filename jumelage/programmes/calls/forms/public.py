"""What visitors fill in: the eligibility check and the request to be told of calls."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.translated import Translated
from jumelage.programmes.calls.models import Question
from jumelage.programmes.calls.queries.regulation import Regulation


class EligibilityForm(forms.Form):
    """The questions of a call; every one may be left open."""

    def __init__(self, regulation: Regulation, data: Any = None) -> None:
        super().__init__(data)
        for question in regulation.questions:
            self.fields[question.slug] = _question(question)

    def clean(self) -> dict[str, Any]:
        """At least one answer."""
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and all(value in {None, ""} for value in given.values()):
            raise forms.ValidationError(_("Answer at least one question."))
        return given


class AlertForm(forms.Form):
    """Where to write to."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput({"autocomplete": "email"}),
        max_length=254,
        error_messages={
            "required": _("Type your e-mail address."),
            "invalid": _("Write the address as name@example.org."),
        },
    )
    # People do not see it; what fills it in is no person.
    website = forms.CharField(required=False, label=_("Leave this field empty"))


def _question(question: Question) -> forms.Field:
    told = {"label": question.text.marked, "help_text": question.hint.marked, "required": False}
    if not question.choices:
        return forms.IntegerField(
            min_value=0,
            max_value=999_999,
            widget=forms.NumberInput({"inputmode": "numeric"}),
            **told,
        )
    choices = [(one["code"], Translated(one["text"]).marked) for one in question.choices]
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **told)
