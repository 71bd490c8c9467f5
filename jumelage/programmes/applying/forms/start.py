"""How an application begins: track, organisation, and after the hour a late code."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from jumelage.city.dossiers.models import DossierMember
from jumelage.city.organisations.models import Organisation
from jumelage.foundation.kernel.money import format_euros
from jumelage.programmes.calls.models import Track

LATER = ""


class FrameForm(forms.Form):
    """For which track and for which organisation."""

    track = forms.ChoiceField(
        label=_("Track"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a track.")},
    )
    organisation = forms.ChoiceField(
        label=_("Organisation that applies"), widget=forms.RadioSelect, required=False
    )

    def __init__(
        self, *args: Any, tracks: Sequence[Track], dossiers: Sequence[DossierMember], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.tracks = {one.slug: one for one in tracks}
        found = [one.dossier.organisation for one in dossiers]
        self.organisations = {str(one.pk): one for one in found}
        names = [(str(one.dossier.organisation_id), str(one.dossier)) for one in dossiers]
        choice: Any = self.fields["track"]
        choice.choices = [(one.slug, _told(one)) for one in tracks]
        choice = self.fields["organisation"]
        choice.choices = [*names, (LATER, _("I will say it later"))]
        if not self.initial:
            # One choice is no choice: it is made already.
            self.initial = {
                "track": tracks[0].slug if len(tracks) == 1 else None,
                "organisation": names[0][0] if len(names) == 1 else LATER,
            }

    @property
    def chosen_track(self) -> Track:
        """The track that was chosen."""
        return self.tracks[self.cleaned_data["track"]]

    @property
    def chosen_organisation(self) -> Organisation | None:
        """The organisation that was chosen; None: later."""
        return self.organisations.get(self.cleaned_data["organisation"])


class StartForm(FrameForm):
    """The same, with a late code after the hour."""

    code = forms.CharField(
        label=_("Late code"),
        max_length=40,
        help_text=_("The code that the service sent to your e-mail address."),
        error_messages={"required": _("Type the late code.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "input"}),
    )

    def __init__(self, *args: Any, late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not late:
            del self.fields["code"]


def _told(track: Track) -> str:
    """The track and the most that may be asked in it."""
    if track.cap_cents is None:
        return str(track.title)
    amount = format_euros(track.cap_cents, get_language() or "fr")
    return gettext("{track}: at most {amount}").format(track=track.title, amount=amount)
