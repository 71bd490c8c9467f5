"""What a clerk fills in about one application."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.translated import Translated
from jumelage.programmes.applications.choices import Exemption, WindowReason

_HOUR = {"type": "datetime-local"}
_WRITTEN = "%Y-%m-%dT%H:%M"


class AnswerForm(forms.Form):
    """The answer to a question."""

    text = forms.CharField(label=_("Your answer"), widget=forms.Textarea({"rows": 6}))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class LateCodeForm(forms.Form):
    """For whom a late code is, until when, and why."""

    name = forms.CharField(label=_("Name of the person"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The person signs in with this address; the code opens nothing for another."),
    )
    expires_at = forms.DateTimeField(
        label=_("Valid until"), widget=forms.DateTimeInput(_HOUR, _WRITTEN)
    )
    reason = forms.ChoiceField(label=_("Reason"), choices=[*BLANK_CHOICE_DASH, *Exemption.choices])
    explanation = forms.CharField(
        label=_("What happened"),
        help_text=_("Read by the service and by whoever checks this exception later."),
        widget=forms.Textarea({"rows": 4}),
    )


class CompletionForm(forms.Form):
    """Which questions are re-opened, until when, why, and what the applicants read."""

    fields_asked = forms.MultipleChoiceField(
        label=_("Questions that may be completed"), widget=forms.CheckboxSelectMultiple
    )
    until = forms.DateTimeField(label=_("Until"), widget=forms.DateTimeInput(_HOUR, _WRITTEN))
    reason = forms.ChoiceField(
        label=_("Reason"), choices=[*BLANK_CHOICE_DASH, *WindowReason.choices]
    )
    message = forms.CharField(
        label=_("What you ask, in the applicant’s language"), widget=forms.Textarea({"rows": 5})
    )

    def __init__(
        self, *args: Any, questions: Sequence[tuple[str, str]], until: datetime, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"until": until}
        asked: Any = self.fields["fields_asked"]
        asked.choices = questions


class PublishForm(forms.Form):
    """A question and its answer in the words of the call’s public list, by language."""

    def __init__(self, *args: Any, known: dict[str, dict[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("question", "answer"):
            for code, language in settings.LANGUAGES:
                self.fields[f"{name}__{code}"] = forms.CharField(
                    label=language,
                    required=code in settings.REQUIRED_LANGUAGES,
                    initial=known[name].get(code, ""),
                    widget=forms.Textarea({"rows": 4, "lang": code}),
                )

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The question and the answer, each with its languages."""
        labels = {"question": _("Question, without a name"), "answer": _("Answer, without a name")}
        return [
            {
                "translated": True,
                "label": label,
                "inputs": [self[f"{name}__{code}"] for code, _language in settings.LANGUAGES],
            }
            for name, label in labels.items()
        ]

    def words(self, name: str) -> Translated:
        """The question or the answer as it was written."""
        codes = [code for code, _language in settings.LANGUAGES]
        written = {code: self.cleaned_data[f"{name}__{code}"].strip() for code in codes}
        return Translated({code: text for code, text in written.items() if text})
