"""The form of the buyer who writes a clause; what is written is kept nowhere."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.programmes.fairtrade.choices import MarkKind, Place
from jumelage.programmes.fairtrade.models import Mark
from jumelage.programmes.fairtrade.phrases import SETS
from jumelage.programmes.fairtrade.rules.clause import Demand, Words, requirements_in

# The languages in which the city writes its tenders.
LANGUAGES = (("fr", _("In French")), ("nl", _("In Dutch")))
_LONG = 4000


class ClauseForm(forms.Form):
    """Where the clause stands and what it names; then, per language, subject, requirements and link."""

    place = forms.ChoiceField(label=_("Where does the clause stand?"), choices=Place.choices)
    mark = forms.ModelChoiceField(
        Mark.objects.none(),
        label=_("Which label or membership may prove it?"),
        required=False,
        to_field_name="slug",
        empty_label=_("None: only the requirements"),
    )
    or_equivalent = forms.BooleanField(
        label=_(
            "“or equivalent”: I accept every label with equivalent requirements, and other proof"
        ),
        required=False,
    )
    instruments = forms.ChoiceField(
        label=_("Instruments of the International Labour Organization"),
        required=False,
        choices=[("", _("None")), *SETS.items()],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mark"].queryset = Mark.objects.filter(published=True)  # type: ignore[attr-defined]
        for code, _name in LANGUAGES:
            self.fields |= _inputs(code)

    @property
    def demand(self) -> Demand:
        """What holds in every language."""
        data = self.cleaned_data
        mark = data["mark"]
        return Demand(
            place=data["place"],
            mark=mark.name if mark else "",
            membership=bool(mark and mark.kind == MarkKind.MEMBERSHIP),
            or_equivalent=data["or_equivalent"],
            instruments=data["instruments"],
        )

    @property
    def words(self) -> list[Words]:
        """The answers by language."""
        data = self.cleaned_data
        return [
            Words(
                language=code,
                subject=data[f"subject_{code}"],
                link=data[f"link_{code}"],
                requirements=requirements_in(data[f"requirements_{code}"]),
            )
            for code, _name in LANGUAGES
        ]

    @property
    def sections(self) -> list[dict[str, Any]]:
        """The inputs of each language."""
        names = ("subject", "requirements", "link")
        return [
            {"name": name, "inputs": [self[f"{one}_{code}"] for one in names]}
            for code, name in LANGUAGES
        ]


def _inputs(code: str) -> dict[str, forms.Field]:
    long = {"rows": 4, "lang": code}
    return {
        f"subject_{code}": forms.CharField(
            label=_("What do you buy?"),
            help_text=_("With its article, for example: the work clothes of this contract."),
            required=False,
            max_length=300,
            widget=forms.TextInput({"lang": code}),
        ),
        f"requirements_{code}": forms.CharField(
            label=_("Which requirements stand behind the label?"),
            help_text=_("One a line. They must be verifiable and the same for everybody."),
            required=False,
            max_length=_LONG,
            widget=forms.Textarea(long),
        ),
        f"link_{code}": forms.CharField(
            label=_("How are they linked with what you buy?"),
            help_text=_("Name what you buy: a demand on the company as a whole is not allowed."),
            required=False,
            max_length=1000,
            widget=forms.Textarea({**long, "rows": 2}),
        ),
    }
