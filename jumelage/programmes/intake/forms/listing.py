"""How a clerk narrows the list."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jumelage.city.dossiers.choices import LegalForm
from jumelage.programmes.applications.choices import Channel, State
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries import published
from jumelage.programmes.intake.choices import Completeness, Sort

_ALL: list[tuple[str, Any]] = [("", _("All"))]


class ListForm(forms.Form):
    """Search, filters and order; what cannot be read narrows nothing."""

    text = forms.CharField(
        label=_("Number, organisation or project"),
        required=False,
        max_length=120,
        widget=forms.TextInput({"type": "search"}),
    )
    track = forms.ChoiceField(label=_("Track"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=_ALL + State.choices)
    channel = forms.ChoiceField(
        label=_("Way it came"), required=False, choices=_ALL + Channel.choices
    )
    completeness = forms.ChoiceField(
        label=_("Completions"), required=False, choices=_ALL + Completeness.choices
    )
    language = forms.ChoiceField(label=_("Language"), required=False)
    kind = forms.ChoiceField(
        label=_("Legal form"), required=False, choices=_ALL + LegalForm.choices
    )
    sort = forms.ChoiceField(label=_("Order"), required=False, choices=Sort.choices)

    def __init__(self, data: Any, *, call: Call) -> None:
        super().__init__(data)
        tracks: Any = self.fields["track"]
        regulation = published(call)
        known = regulation.tracks if regulation else call.tracks.all()
        tracks.choices = [*_ALL, *((one.slug, str(one.title)) for one in known)]
        languages: Any = self.fields["language"]
        languages.choices = [*_ALL, *settings.LANGUAGES]

    @property
    def asked(self) -> dict[str, str]:
        """What was asked for and could be read."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
