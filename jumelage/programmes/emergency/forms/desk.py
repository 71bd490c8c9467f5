"""Inputs of the desk that are the room's own."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.money import format_euros, parse_euros
from jumelage.foundation.kernel.wording import sentence


class EurosField(forms.CharField):
    """Euros as people write them ("12 500,50 €"), cents in the record; empty is unknown, never 0."""

    def __init__(self, **kwargs: Any) -> None:
        hint = _("In euros, such as 12 500,50. Leave empty when it is not known.")
        super().__init__(**{"required": False, "help_text": hint, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        """As people write it."""
        return format_euros(value, get_language() or "fr") if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:
        """Cents; raises ValidationError for what is not an amount."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_euros(text)
        except Refused as refusal:
            raise forms.ValidationError(sentence(refusal), code=refusal.code) from refusal
