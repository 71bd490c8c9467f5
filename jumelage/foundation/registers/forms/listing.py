"""What a list is filtered by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.register import Register
from jumelage.foundation.reference.queries import country_name
from jumelage.foundation.registers.queries.records import values_present

YES_NO = (("", _("All")), ("True", _("Yes")), ("False", _("No")))


class ListForm(forms.Form):
    """Words and filters of a list."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=100,
        widget=forms.TextInput({"type": "search"}),
    )

    def __init__(self, register: Register, data: Any) -> None:
        super().__init__(data)
        self.register = register
        for name in register.filters:
            self.fields[name] = forms.ChoiceField(
                label=field_name(name), required=False, choices=_choices(register, name)
            )

    @property
    def text(self) -> str:
        """The words looked for; nothing when they cannot be read."""
        return self._read().get("q", "")

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are set."""
        found = self._read()
        return {name: found[name] for name in self.register.filters if found.get(name)}

    def _read(self) -> dict[str, str]:
        self.is_valid()
        return self.cleaned_data


def _choices(register: Register, name: str) -> Any:
    field = register.model._meta.get_field(name)
    if field.choices:
        return [("", _("All")), *field.choices]
    if field.get_internal_type() == "BooleanField":
        return YES_NO
    found = [(code, country_name(code)) for code in values_present(register, name)]
    return [("", _("All")), *sorted(found, key=lambda pair: pair[1])]
