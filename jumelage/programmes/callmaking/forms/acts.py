"""What the acts on a call ask."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from jumelage.programmes.callmaking.forms.fields import StaffForm
from jumelage.programmes.callmaking.queries.sheets import models_of_calls
from jumelage.programmes.calls.choices import DocumentKind
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.words import moment_words, words_of_field

_DAY = {"type": "date"}


class ReasonForm(StaffForm):
    """Why: for the public notice."""

    def __init__(self, data: Any = None, *, required: bool = True) -> None:
        super().__init__(data)
        self.ask_text("reason", words_of_field("reason"), required=required)


class NewEndForm(ReasonForm):
    """Until when, and why; the present end of `call` stands beside."""

    def __init__(self, data: Any = None, *, call: Call) -> None:
        super().__init__(data)
        known = moment_words(call.closes_at)
        self.ask(
            "day",
            forms.DateField(
                label=_("New day"),
                widget=forms.DateInput(_DAY, "%Y-%m-%d"),
                help_text=gettext("Closes now: {moment}").format(moment=known) if known else "",
            ),
        )
        self.ask(
            "hour",
            forms.TimeField(
                label=_("New hour, of the city’s clocks"),
                widget=forms.TimeInput({"type": "time"}, "%H:%M"),
            ),
        )
        self.order = ["day", "hour", "reason"]


class NewCallForm(StaffForm):
    """The year and the short name of a new call; with `calls`, what it starts from: one of them, a model, nothing."""

    def __init__(
        self, data: Any = None, *, year: int, slug: str = "", calls: Sequence[Call] | None = None
    ) -> None:
        super().__init__(data)
        self.calls = {f"call:{call.slug}": call for call in calls or ()}
        if calls is not None:
            known = [
                (code, gettext("{call}, moved to the new year").format(call=call))
                for code, call in self.calls.items()
            ]
            self.ask(
                "model",
                forms.ChoiceField(
                    label=_("Start from"),
                    choices=[*known, *_models(), ("", _("An empty call"))],
                    initial=next(iter(self.calls), ""),
                    required=False,
                    widget=forms.RadioSelect,
                    help_text=_(
                        "For an older call, open its page and choose “Clone to next year”."
                    ),
                ),
            )
        self.ask(
            "year",
            forms.IntegerField(label=_("Year"), initial=year, min_value=2000, max_value=2200),
        )
        self.ask(
            "slug",
            forms.SlugField(
                label=_("Short name in addresses"), initial=slug or str(year), max_length=80
            ),
        )

    @property
    def call(self) -> Call | None:
        """The call to start from; None for a model or nothing."""
        return self.calls.get(self.cleaned_data["model"])


class UploadForm(StaffForm):
    """A document with its file."""

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.ask(
            "slug",
            forms.SlugField(
                label=_("Short name in addresses"),
                max_length=40,
                help_text=_("Small letters without accents, figures, hyphens."),
            ),
        )
        self.ask_text("title", words_of_field("title"), rows=1, required=True)
        self.ask("kind", forms.ChoiceField(label=_("Kind"), choices=DocumentKind.choices))
        self.ask(
            "languages",
            forms.MultipleChoiceField(
                label=_("Languages of the document"),
                choices=settings.LANGUAGES,
                widget=forms.CheckboxSelectMultiple,
            ),
        )
        self.ask("order", forms.IntegerField(label=_("Place in the list"), initial=0, min_value=0))
        self.ask("file", forms.FileField(label=_("File")))

    @property
    def values(self) -> dict[str, Any]:
        """The fields, without the file."""
        plain = {name: self.cleaned_data[name] for name in ("slug", "kind", "languages", "order")}
        return {**plain, "title": self.text("title")}


def _models() -> list[tuple[str, str]]:
    language = get_language() or "fr"
    return [(code, one["name"][language]) for code, one in models_of_calls().items()]
