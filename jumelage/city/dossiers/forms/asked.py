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


class Asked(forms.Form):
    """A form whose mistakes name the field, so that they are understood in a list too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            wanted = format_lazy(_("Fill this in: {field}"), field=field.label or "")
            field.error_messages["required"] = wanted

    def refuse(self, refusal: Refused) -> None:
        """Say a refusal at the field that it is about; above the form where it is about none of them."""
        places = (field for start, field in PLACES.items() if refusal.code.startswith(start))
        place = refusal.details.get("field") or next(places, None)
        self.add_error(place if place in self.fields else None, sentence(refusal))
