"""Forms of the at-risk officer's acts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.city.evidence.models import Source
from jumelage.programmes.atrisk.choices import (
    Basis,
    ConsentBy,
    EventKind,
    RestrictionKind,
    Status,
    StopReason,
    Visibility,
)
from jumelage.programmes.atrisk.forms.fields import EvidenceForm, PartialDateInput, StaffForm

_DAY = {"type": "date"}
_SOURCE = ("source", "says", "at", "stored_copy")
_EVENT_FIELDS = ("kind", "date", "until", "disputed", "visibility")


class EventCorrectionForm(StaffForm):
    """Something that happened; its sources are told elsewhere."""

    texts: tuple[tuple[str, Any, bool], ...] = (
        ("title", _("What happened, in one sentence"), False),
    )
    order: tuple[str, ...] = ("kind", "title", "date", "until", "disputed", "visibility")
    kind = forms.ChoiceField(choices=EventKind.choices, label=_("Kind"))
    date = PartialDateInput(label=_("Date"))
    until = PartialDateInput(
        label=_("Until"), help_text=_("When only an interval is known: its last day.")
    )
    disputed = forms.BooleanField(
        required=False, label=_("Our sources contradict each other on this: show them side by side")
    )
    visibility = forms.ChoiceField(choices=Visibility.choices, label=_("Who may read it"))

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the event."""
        found = {name: self.cleaned_data[name] for name in _EVENT_FIELDS}
        return {**found, "title": self.text("title")}


class EventForm(EventCorrectionForm, EvidenceForm):
    """Something that happened, and who says so."""

    texts = (*EventCorrectionForm.texts, *EvidenceForm.texts)
    order = (*("kind", "title", "date", "until"), *_SOURCE, "disputed", "visibility")
    kind = forms.ChoiceField(
        choices=EventKind.choices,
        label=_("Kind"),
        help_text=_("A release, an arrest, a sentence or a death also changes the status."),
    )


class CheckForm(EvidenceForm):
    """What was found today, or on another day."""

    order = ("checked_on", "status", "date", "until", *_SOURCE)
    checked_on = forms.DateField(
        label=_("Source read on"), widget=forms.DateInput(_DAY, "%Y-%m-%d")
    )
    status = forms.ChoiceField(choices=Status.choices, label=_("Status found"))
    date = PartialDateInput(label=_("Of when the source is, or since when it is so"))
    until = PartialDateInput(
        label=_("Until"), help_text=_("When only an interval is known: its last day.")
    )

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the check."""
        names = ("status", "date", "until", "stored_copy")
        return {name: self.cleaned_data[name] for name in names}


class RestrictionCorrectionForm(StaffForm):
    """What still binds the person; its kind stays, and its sources are told elsewhere."""

    texts: tuple[tuple[str, Any, bool], ...] = (("text", _("What the person may not do"), False),)
    order: tuple[str, ...] = ("text", "start", "end")
    start = PartialDateInput(label=_("From"))
    end = PartialDateInput(
        label=_("Until"), help_text=_("Leave it empty when nobody says: unknown is not over.")
    )

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the restriction."""
        dates = {name: self.cleaned_data[name] for name in ("start", "end")}
        return {**dates, "text": self.text("text")}


class RestrictionForm(RestrictionCorrectionForm, EvidenceForm):
    """What still binds the person, and who says so."""

    texts = (*RestrictionCorrectionForm.texts, *EvidenceForm.texts)
    order = ("kind", "text", "start", "end", *_SOURCE)
    kind = forms.ChoiceField(choices=RestrictionKind.choices, label=_("Kind"))


class GroundForm(StaffForm):
    """On what showing the person rests."""

    order = (*("basis", "source", "consent_by", "consent_on", "scope", "expires_on", "risk_note"),)
    basis = forms.ChoiceField(
        choices=[(one.value, one.label) for one in (Basis.CONSENT, Basis.CAMPAIGN)],
        label=_("What allows us to show the person"),
    )
    source = forms.ModelChoiceField(
        Source.objects.none(),
        label=_("Public page of the organisation that defends the person"),
        help_text=_("Only sources with an address on the web."),
    )
    consent_by = forms.ChoiceField(
        choices=[("", "–"), *ConsentBy.choices], required=False, label=_("Consent given by")
    )
    consent_on = forms.DateField(
        required=False, label=_("Consent given on"), widget=forms.DateInput(_DAY, "%Y-%m-%d")
    )
    scope = forms.CharField(
        required=False,
        max_length=300,
        label=_("Consent to what"),
        help_text=_("Text, picture, letters; in which languages."),
    )
    expires_on = forms.DateField(
        required=False,
        label=_("The consent ends on"),
        widget=forms.DateInput(_DAY, "%Y-%m-%d"),
        help_text=_("After this day the page hides by itself."),
    )
    risk_note = forms.CharField(
        label=_("What could go wrong for the person, and why publishing is still right"),
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Sealed: it never leaves this file."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        public = Source.objects.exclude(address="").order_by("slug")
        self.fields["source"].queryset = public  # type: ignore[attr-defined]


class StopForm(StaffForm):
    """Why a page goes."""

    order = ("reason",)
    reason = forms.ChoiceField(
        choices=StopReason.choices,
        widget=forms.RadioSelect,
        label=_("Reason"),
        help_text=_("Sealed: visitors only read that the page was taken away."),
    )


class ImageForm(StaffForm):
    """The picture of the person."""

    texts = (("alt", _("What the picture shows"), False),)
    order = ("file", "alt", "credit")
    file = forms.FileField(
        label=_("Picture (PNG, JPEG or WebP)"),
        help_text=_("Place and camera written in the file are thrown away."),
    )
    credit = forms.CharField(max_length=200, label=_("Made by, and by whose leave we show it"))
