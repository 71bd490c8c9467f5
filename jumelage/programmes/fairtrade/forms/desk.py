"""Forms of the clerk who keeps suppliers' certificates."""

from typing import Any

from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext_lazy as _

from jumelage.city.organisations.models import Organisation
from jumelage.programmes.fairtrade.choices import Answer
from jumelage.programmes.fairtrade.models import Mark

_DAY = {"type": "date"}


class _Grouped(forms.Form):
    """A form whose inputs the desk's templates show one by one."""

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The inputs, in order."""
        return [{"translated": False, "label": field.label, "inputs": [field]} for field in self]


class CertificateForm(_Grouped):
    """A certificate as it is printed."""

    supplier = forms.ModelChoiceField(Organisation.objects.none(), label=_("Supplier"))
    mark = forms.ModelChoiceField(Mark.objects.none(), label=_("Label or membership"))
    number = forms.CharField(label=_("Number on the certificate"), max_length=80)
    scope = forms.CharField(
        label=_("Scope, as printed"),
        help_text=_(
            "Products, sites or options that the certificate names; what it does not name, it does not prove."
        ),
        widget=forms.Textarea({"rows": 3}),
    )
    valid_from = forms.DateField(label=_("Valid from"), widget=forms.DateInput(_DAY, "%Y-%m-%d"))
    valid_until = forms.DateField(
        label=_("Valid until, that day included"), widget=forms.DateInput(_DAY, "%Y-%m-%d")
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("PDF, PNG, JPEG or WebP. Only the staff see it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        suppliers = Organisation.objects.filter(merged_into=None).order_by("slug")
        self.fields["supplier"].queryset = suppliers  # type: ignore[attr-defined]
        self.fields["mark"].queryset = Mark.objects.all()  # type: ignore[attr-defined]

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the certificate, without its file."""
        return {name: value for name, value in self.cleaned_data.items() if name != "file"}


class CheckForm(_Grouped):
    """What the registry of the mark said."""

    on = forms.DateField(label=_("Checked on"), widget=forms.DateInput(_DAY, "%Y-%m-%d"))
    answer = forms.ChoiceField(
        label=_("What the registry said"), choices=[*BLANK_CHOICE_DASH, *Answer.choices]
    )
    note = forms.CharField(
        label=_("Note"), required=False, max_length=300, help_text=_("No name of a person.")
    )
