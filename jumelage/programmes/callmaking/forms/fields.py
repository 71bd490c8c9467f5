"""What the clerk's forms are made of: texts by language, partial dates, euros, answers one a line."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.money import format_euros, parse_euros
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.kernel.wording import sentence


class PartialDateInput(forms.CharField):
    """A year, a month or a day, as exact as it is known; None when left out."""

    def __init__(self, **kwargs: Any) -> None:
        told = _("A day (2027-04-01), or only a month (2027-04) or a year (2027).")
        super().__init__(**{"required": False, "help_text": told, **kwargs})

    def to_python(self, value: Any) -> Any:
        """The date."""
        text = super().to_python(value)
        try:
            return PartialDate.parse(text) if text else None
        except Refused as refusal:
            raise ValidationError(sentence(refusal), code=refusal.code) from refusal


class EurosInput(forms.CharField):
    """An amount as people write it; kept in euro cents, None when left out."""

    def prepare_value(self, value: Any) -> Any:
        """As people write it."""
        return format_euros(value, settings.LANGUAGE_CODE) if isinstance(value, int) else value

    def to_python(self, value: Any) -> Any:
        """Euro cents."""
        text = super().to_python(value)
        try:
            return parse_euros(text) if text else None
        except Refused as refusal:
            raise ValidationError(sentence(refusal), code=refusal.code) from refusal


class AnswersInput(forms.CharField):
    """Possible answers, one a line: a code, then the text in each language, separated by “|”."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        names = " | ".join(str(name) for _code, name in settings.LANGUAGES)
        told = _("One a line: code | {languages}. Leave it empty to ask a number.")
        text = str(told).format(languages=names)
        super().__init__(**{"required": False, "help_text": text, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        """One a line."""
        if not isinstance(value, list):
            return value
        codes = [code for code, _name in settings.LANGUAGES]
        return "\n".join(
            " | ".join([one["code"], *(one["text"].get(code, "") for code in codes)])
            for one in value
        )

    def to_python(self, value: Any) -> Any:
        """A list of `{"code", "text"}`."""
        found = []
        for line in (super().to_python(value) or "").splitlines():
            code, *texts = (part.strip() for part in line.split("|"))
            if not code and not any(texts):
                continue
            if not code.isascii() or not code.replace("-", "").isalnum() or code != code.lower():
                raise ValidationError(
                    _("“%(line)s”: begin with a code of small letters, figures or hyphens."),
                    params={"line": line},
                )
            languages = [language for language, _name in settings.LANGUAGES]
            pairs = zip(languages, texts, strict=False)
            found.append({"code": code, "text": {name: text for name, text in pairs if text}})
        return found


class StaffForm(forms.Form):
    """A form whose `texts` are asked in every language; `groups` are what the desk's templates show."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts: dict[str, Any] = {}
        self.order: list[str] = []

    def ask(self, name: str, field: forms.Field) -> None:
        """Ask one more thing."""
        self.fields[name] = field
        self.order.append(name)

    def ask_text(
        self, name: str, label: Any, *, rows: int = 4, required: bool = False, value: Any = None
    ) -> None:
        """Ask a text in every language; `required`: in those that the law asks for."""
        self.texts[name] = label
        self.order.append(name)
        needed = settings.REQUIRED_LANGUAGES
        for code, language in settings.LANGUAGES:
            attributes = {"lang": code, **({"rows": str(rows)} if rows > 1 else {})}
            kind = forms.Textarea if rows > 1 else forms.TextInput
            self.fields[f"{name}__{code}"] = forms.CharField(
                label=language if code in needed else f"{language} {gettext('(optional)')}",
                required=required and code in needed,
                widget=kind(attributes),
                initial=(value or {}).get(code, ""),
            )

    def text(self, name: str) -> Translated:
        """A text by language; languages left out are not there."""
        found = {code: self.cleaned_data[f"{name}__{code}"] for code, _name in settings.LANGUAGES}
        return Translated({code: text for code, text in found.items() if text})

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The inputs as the desk's templates show them, in order."""
        return [self._group(name) for name in self.order]

    def _group(self, name: str) -> dict[str, Any]:
        if name in self.texts:
            inputs = [self[f"{name}__{code}"] for code, _name in settings.LANGUAGES]
            return {"translated": True, "label": self.texts[name], "inputs": inputs}
        return {"translated": False, "label": self[name].label, "inputs": [self[name]]}
