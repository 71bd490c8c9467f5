"""What every form of the at-risk officer is made of: texts by language, partial dates, and the source that says so."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jumelage.city.evidence.models import Source
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.wording import sentence


class PartialDateInput(forms.CharField):
    """A year, a month or a day, as exact as it is known; None when left out."""

    def __init__(self, **kwargs: Any) -> None:
        told = _("As exact as it is known: 2015, 2021-01 or 2022-12-05.")
        super().__init__(**{"required": False, "help_text": told, **kwargs})

    def to_python(self, value: Any) -> Any:
        """The date."""
        text = super().to_python(value)
        try:
            return PartialDate.parse(text) if text else None
        except Refused as refusal:
            raise ValidationError(sentence(refusal), code=refusal.code) from refusal


class StaffForm(forms.Form):
    """A form whose `texts` (name, label, long) are asked in every language; the required languages must be there."""

    texts: tuple[tuple[str, Any, bool], ...] = ()
    order: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, _label, long in self.texts:
            for code, language in settings.LANGUAGES:
                widget = forms.Textarea({"rows": 3, "lang": code}) if long else None
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=language,
                    required=code in settings.REQUIRED_LANGUAGES,
                    widget=widget or forms.TextInput({"lang": code}),
                )

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The inputs as the desk's templates show them, in `order`."""
        labels = {name: label for name, label, _long in self.texts}
        return [
            self._translated(name, labels[name]) if name in labels else self._plain(name)
            for name in self.order
        ]

    def text(self, name: str) -> dict[str, str]:
        """A text by language; languages left out are not there."""
        found = {code: self.cleaned_data[f"{name}_{code}"] for code, _ in settings.LANGUAGES}
        return {code: text for code, text in found.items() if text}

    def _translated(self, name: str, label: Any) -> dict[str, Any]:
        inputs = [self[f"{name}_{code}"] for code, _ in settings.LANGUAGES]
        return {"translated": True, "label": label, "inputs": inputs}

    def _plain(self, name: str) -> dict[str, Any]:
        return {"translated": False, "label": self[name].label, "inputs": [self[name]]}


def texts_as_inputs(name: str, text: Mapping[str, str]) -> dict[str, str]:
    """A text by language as a form of it starts: by input."""
    return {f"{name}_{code}": value for code, value in text.items()}


class EvidenceForm(StaffForm):
    """A form whose answer rests on a source: which, what it says, and where."""

    texts: tuple[tuple[str, Any, bool], ...] = (
        ("says", _("What this source says, in our own words"), True),
        ("at", _("Where it says so: page, heading, paragraph"), False),
    )
    source = forms.ModelChoiceField(Source.objects.none(), label=_("Source"))
    stored_copy = forms.BooleanField(
        required=False,
        label=_("I read a stored copy of this source, not its page as it stands today"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = Source.objects.order_by("slug")  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        """What the acts ask of the source: the evidence, and whether a stored copy was read."""
        return {"evidence": self.evidence, "stored_copy": self.cleaned_data["stored_copy"]}

    @property
    def evidence(self) -> list[dict[str, Any]]:
        """The one piece of evidence, as `keep_claim` takes it."""
        return [
            {
                "source": self.cleaned_data["source"],
                "value": self.text("says"),
                "pinpoint": self.text("at"),
            }
        ]
