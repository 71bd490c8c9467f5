"""What members write in a dossier."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.city.dossiers.choices import AddressKind, DocumentKind, LegalForm, Office
from jumelage.city.dossiers.forms.asked import Asked
from jumelage.city.dossiers.models import BankAccount, Dossier
from jumelage.foundation.kernel.enterprise_number import format_enterprise_number
from jumelage.foundation.reference.queries import countries
from jumelage.foundation.uploads.queries import choosable

_DAY = forms.DateInput({"type": "date"}, "%Y-%m-%d")
_NUMBER_HINT = _(
    "Ten digits, as on your statutes: 0403.019.261. Only a de facto association has none."
)
_FIRST_YEAR, _LAST_YEAR = 1700, 2100


class OpeningForm(Asked):
    """What is needed to begin."""

    legal_form = forms.ChoiceField(
        label=_("What is your organisation?"), choices=LegalForm.choices, widget=forms.RadioSelect
    )
    name = forms.CharField(label=_("Full name, as in the statutes"), max_length=200)
    enterprise_number = forms.CharField(
        label=_("Enterprise number"), required=False, max_length=40, help_text=_NUMBER_HINT
    )


class DetailsForm(OpeningForm):
    """What the organisation is."""

    field_order = ("legal_form", "name", "acronym")
    acronym = forms.CharField(label=_("Short name"), required=False, max_length=30)
    persons_count = forms.IntegerField(
        label=_("How many persons form the association?"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text=_("Only for a de facto association."),
    )
    founded_year = forms.IntegerField(
        label=_("Year of foundation"), required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR
    )
    purpose = forms.CharField(
        label=_("What you do, in a few sentences"),
        required=False,
        max_length=1500,
        widget=forms.Textarea({"rows": 6}),
    )
    email = forms.EmailField(
        label=_("E-mail address of the organisation"),
        required=False,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Telephone"), required=False, max_length=40, widget=forms.TextInput({"type": "tel"})
    )
    website = forms.URLField(
        label=_("Website"), required=False, max_length=200, assume_scheme="https"
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def known(cls, dossier: Dossier, number: str) -> dict[str, Any]:
        """What the dossier says now, by the names of the fields."""
        values = {name: getattr(dossier, name, "") for name in cls.base_fields}
        return values | {"enterprise_number": format_enterprise_number(number) if number else ""}

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the dossier."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class AddressForm(Asked):
    """One address; empty when there is none of its kind."""

    street = forms.CharField(
        label=_("Street, number, box"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"autocomplete": "street-address"}),
    )
    postal_code = forms.CharField(label=_("Postal code"), required=False, max_length=12)
    town = forms.CharField(label=_("Town"), required=False, max_length=100)
    country = forms.ChoiceField(label=_("Country"), choices=countries, initial="BE")

    def __init__(self, kind: AddressKind, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, prefix=kind.value, **kwargs)
        self.kind = kind

    def clean(self) -> dict[str, Any]:
        """An address is whole, or there is none."""
        found = super().clean() or {}
        parts = ("street", "postal_code", "town")
        if any(found.get(name) for name in parts):
            for name in parts:
                if not found.get(name) and name not in self.errors:
                    self.add_error(name, _("Fill in this part of the address too."))
        return found

    @property
    def row(self) -> dict[str, Any] | None:
        """The address as it is kept; None when there is none."""
        return (
            {"kind": self.kind.value, **self.cleaned_data} if self.cleaned_data["street"] else None
        )


class AccountForm(Asked):
    """An account to be paid on."""

    iban = forms.CharField(
        label=_("Account number (IBAN)"),
        max_length=60,
        help_text=_("For example BE71 0961 2345 6769. Blanks and hyphens do not matter."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    holder = forms.CharField(
        label=_("Name of the holder"),
        max_length=140,
        help_text=_(
            "As the bank knows it. For a de facto association: the name of one of its persons."
        ),
    )
    preferred = forms.BooleanField(label=_("Pay us on this account"), required=False)


class OfficerForm(Asked):
    """Somebody with a mandate."""

    name = forms.CharField(label=_("First name and name"), max_length=120)
    office = forms.ChoiceField(label=_("What this person does"), choices=Office.choices)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = forms.CharField(
        label=_("Telephone"), required=False, max_length=40, widget=forms.TextInput({"type": "tel"})
    )
    signs = forms.BooleanField(label=_("May sign for the organisation"), required=False)
    start = forms.DateField(label=_("Mandate since"), required=False, widget=_DAY)
    end = forms.DateField(
        label=_("Mandate until, that day included"),
        required=False,
        widget=_DAY,
        help_text=_("Leave it empty when no end is set."),
    )


class DocumentForm(Asked):
    """A document and its validity; the file comes with the form, or has come in pieces."""

    kind = forms.ChoiceField(label=_("What the document is"), choices=DocumentKind.choices)
    account = forms.ModelChoiceField(
        BankAccount.objects.none(),
        label=_("Account that it proves"),
        required=False,
        empty_label=_("Choose…"),
        help_text=_("Only for the bank’s proof."),
    )
    year = forms.IntegerField(
        label=_("Year it speaks of"),
        required=False,
        min_value=_FIRST_YEAR,
        max_value=_LAST_YEAR,
        help_text=_("For accounts and activity reports."),
    )
    valid_from = forms.DateField(label=_("Valid from"), required=False, widget=_DAY)
    valid_until = forms.DateField(
        label=_("Valid until, that day included"),
        required=False,
        widget=_DAY,
        help_text=_("Leave it empty when no end is set: we then ask you once a year."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        # An empty one is refused in the words of the uploads, which say what to do.
        allow_empty_file=True,
        widget=forms.ClearableFileInput({"accept": choosable()}),
        help_text=_(
            "PDF, image, OpenDocument or Office file, 50 MB at most. Only your members and the city’s clerks see it."
        ),
    )

    def __init__(self, dossier: Dossier, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["account"]
        field.queryset = dossier.accounts.filter(closed_at=None)

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the document, without its file."""
        return {name: value for name, value in self.cleaned_data.items() if name != "file"}
