"""Forms of those who keep subtitles."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jumelage.city.media.models import Track

# A text of an hour of film weighs about a tenth of this.
LARGEST_BYTES = 1_000_000


class TrackForm(forms.Form):
    """Subtitles in one language: a file, or the text itself."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    file = forms.FileField(
        label=_("WebVTT file"),
        required=False,
        help_text=_("Its name ends in .vtt. It replaces the text below."),
    )
    vtt = forms.CharField(
        label=_("Text of the subtitles"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": "14", "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        """One of the two is needed."""
        cleaned: dict[str, Any] = super().clean() or {}
        sent = cleaned.get("file")
        if sent and sent.size > LARGEST_BYTES:
            self.add_error("file", _("This is not a file of subtitles: it weighs more than 1 MB."))
        elif not sent and not (cleaned.get("vtt") or "").strip():
            self.add_error("file", _("Choose a file, or write the subtitles."))
        return cleaned

    @property
    def content(self) -> str | bytes:
        """What was sent: bytes of the file, else the text."""
        sent = self.cleaned_data.get("file")
        return sent.read() if sent else str(self.cleaned_data["vtt"])

    @classmethod
    def of(cls, track: Track | None, language: str) -> "TrackForm":
        """The form with what is kept."""
        initial = {"language": language, "vtt": track.vtt if track else ""}
        return cls(initial=initial)
