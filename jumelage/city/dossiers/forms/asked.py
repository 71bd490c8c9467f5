"""What the members' forms have in common."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence

# The field that a refusal is about, by how its code begins.
PLACES = {
    "enterprise-number": "enterprise_number",
    "dossier-number": "enterprise_number",
    "iban": "iban",
    "account-twice": "iban",
    "officer-reversed": "end",
    "document-reversed": "valid_until",
    "document-year": "year",
    "document-file": "file",
    "upload": "file",
    "access-reason": "because",
    "invitation-open": "email",
}
# How to repair what was typed, by the kind of field and the code of the mistake.
MISTAKES = (
    (forms.Field, "required", _("Fill this in: {field}")),
    (forms.EmailField, "invalid", _("Write it as name@example.org: {field}")),
    (forms.URLField, "invalid", _("Write it as www.example.org: {field}")),
    (forms.DateField, "invalid", _("Choose a day that exists: {field}")),
    (forms.IntegerField, "invalid", _("Write it in digits: {field}")),
    (forms.IntegerField, "min_value", _("At least {least}: {field}")),
    (forms.IntegerField, "max_value", _("At most {most}: {field}")),
)


class Asked(forms.Form):
    """A form whose mistakes name the field, so that they are understood in a list too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            told = {
                "field": field.label or "",
                "least": getattr(field, "min_value", ""),
                "most": getattr(field, "max_value", ""),
            }
            for kind, code, words in MISTAKES:
                if isinstance(field, kind):
                    field.error_messages[code] = format_lazy(words, **told)

    def refuse(self, refusal: Refused) -> None:
        """Say a refusal at the field that it is about; above the form where it is about none of them."""
        places = (field for start, field in PLACES.items() if refusal.code.startswith(start))
        place = refusal.details.get("field") or next(places, None)
        self.add_error(place if place in self.fields else None, sentence(refusal))
