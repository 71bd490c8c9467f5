"""What a clerk writes down of an application that came on paper or by e-mail."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jumelage.city.dossiers.choices import LegalForm
from jumelage.programmes.applications.choices import Verdict
from jumelage.programmes.calls.models import Track
from jumelage.programmes.calls.queries import Regulation
from jumelage.programmes.intake.choices import Paper

_HOUR = {"type": "datetime-local", "step": "1"}
_WRITTEN = "%Y-%m-%dT%H:%M:%S"
# Whoever is in a hurry chooses, and does not keep what stood first.
_NONE_YET = ("", _("Choose…"))


class EnterForm(forms.Form):
    """Who, for which call and track, when and how it came, and the scanned original."""

    track = forms.ChoiceField(label=_("Call and track"))
    channel = forms.ChoiceField(
        label=_("Way it came"), choices=Paper.choices, widget=forms.RadioSelect
    )
    arrived_at = forms.DateTimeField(
        label=_("Hour of arrival"),
        help_text=_("The stamp of the counter, the postmark or the hour of the mail: it decides."),
        widget=forms.DateTimeInput(_HOUR, _WRITTEN),
    )
    original = forms.FileField(
        label=_("Scanned original"),
        help_text=_("The whole application as it came, signed: one PDF."),
    )
    language = forms.ChoiceField(label=_("Language of the application"), widget=forms.RadioSelect)
    legal_form = forms.ChoiceField(label=_("Legal form"), choices=[_NONE_YET, *LegalForm.choices])
    name = forms.CharField(label=_("Name of the organisation"), max_length=200)
    enterprise_number = forms.CharField(
        label=_("Enterprise number"),
        required=False,
        max_length=40,
        help_text=_(
            "If it has a dossier here, that one is used. If not, a new one is opened with nobody inside: you type in"
            " what the original says until somebody of the organisation is let in, after a check. A de facto"
            " association has no number."
        ),
    )
    sender = forms.CharField(label=_("Name of the sender"), max_length=120)
    sender_email = forms.EmailField(
        label=_("E-mail address of the sender"),
        required=False,
        help_text=_("The receipt goes there. Without an address, print it and send it by post."),
    )
    sender_phone = forms.CharField(
        label=_("Telephone of the sender"), required=False, max_length=40
    )
    note = forms.CharField(
        label=_("Note for the service"), required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args: Any, regulations: Sequence[Regulation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tracks: dict[str, Track] = {}
        choices: list[Any] = [_NONE_YET]
        for regulation in regulations:
            call = regulation.call
            mine = [(f"{call.slug}:{one.slug}", one) for one in regulation.tracks]
            self.tracks |= dict(mine)
            choices.append((str(call.title), [(key, str(one.title)) for key, one in mine]))
        track: Any = self.fields["track"]
        track.choices = choices
        languages: Any = self.fields["language"]
        languages.choices = [
            pair for pair in settings.LANGUAGES if pair[0] in settings.REQUIRED_LANGUAGES
        ]

    @property
    def chosen(self) -> Track:
        """The track that was chosen, as it was published, with its call."""
        return self.tracks[self.cleaned_data["track"]]


class RegisterForm(forms.Form):
    """The one thing that is asked when a paper application is registered."""

    signed = forms.BooleanField(
        label=_("The original is signed in the name of the organisation"), required=False
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=40)


class ComparisonForm(forms.Form):
    """Whether two applications are the same, and why."""

    verdict = forms.ChoiceField(
        label=_("What you say of them"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Because"),
        help_text=_("Read by the service alone. Neither application is refused by it."),
        widget=forms.Textarea({"rows": 3}),
    )


class BounceForm(forms.Form):
    """Why a mail came back."""

    reason = forms.CharField(
        label=_("What the notice says"), required=False, max_length=300, widget=forms.TextInput()
    )
