"""What the members' forms have in common."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


class Asked(forms.Form):
    """A form whose mistakes name the field, so that they are understood in a list too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            wanted = format_lazy(_("Fill this in: {field}"), field=field.label or "")
            field.error_messages["required"] = wanted
