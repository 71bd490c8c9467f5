"""Choosing between sources, and one source's word."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from jumelage.city.evidence.choices import Stance
from jumelage.city.evidence.models import Claim, Evidence, Source
from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.reference.queries import entries, language_name

# Above this number of sources, a list to choose from helps nobody: the short name is typed.
LONGEST_LIST = 300


class _Texts(forms.Form):
    """A form with texts in several languages: `texts` names them, each language has an input of its own."""

    texts: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.texts:
            for code, language in settings.LANGUAGES:
                words = forms.Textarea({"lang": code, "rows": "3"})
                self.fields[f"{name}__{code}"] = forms.CharField(
                    label=language, required=False, widget=words
                )

    def text(self, name: str) -> Translated:
        """What was written, by language; an empty language is left out."""
        codes = [code for code, _language in settings.LANGUAGES]
        found = {code: self.cleaned_data[f"{name}__{code}"].strip() for code in codes}
        return Translated({code: words for code, words in found.items() if words})

    def groups(self) -> list[dict[str, Any]]:
        """The inputs as the page shows them, the languages of one text together."""
        groups: dict[str, dict[str, Any]] = {}
        for bound in self:
            name, _apart, code = bound.name.partition("__")
            label = field_name(name) if code else bound.label
            group = groups.setdefault(
                name, {"name": name, "label": label, "translated": bool(code), "inputs": []}
            )
            group["inputs"].append(bound)
        return list(groups.values())


def _initial(texts: dict[str, Any]) -> dict[str, str]:
    return {
        f"{name}__{code}": words
        for name, text in texts.items()
        for code, words in (text or {}).items()
    }


class ChoiceForm(_Texts):
    """Which piece is shown, why, and whether the sources disagree."""

    texts = ("shown_because",)
    piece = forms.TypedChoiceField(label=_("Value shown"), coerce=int, widget=forms.RadioSelect)
    disputed = forms.BooleanField(label=_("The sources do not agree; say so"), required=False)

    def __init__(self, claim: Claim, data: Any = None) -> None:
        initial: dict[str, Any] = {"piece": claim.shown_id, "disputed": claim.disputed}
        initial |= _initial({"shown_because": claim.shown_because})
        super().__init__(data, initial=initial)
        choices = [(one.pk, f"{one.value} ({one.source.publisher})") for one in claim.pieces]
        self.fields["piece"].choices = choices  # type: ignore[attr-defined]


class PieceForm(_Texts):
    """One source's word on one claim."""

    texts = ("value", "pinpoint")
    stance = forms.ChoiceField(label=_("What the source does"), choices=Stance.choices)
    quotation = forms.CharField(
        label=_("Its very words"), required=False, widget=forms.Textarea({"rows": "3"})
    )
    quotation_language = forms.ChoiceField(label=_("Language of the quotation"), required=False)

    def __init__(self, piece: Evidence | None = None, data: Any = None) -> None:
        super().__init__(data, initial=_of_piece(piece) if piece else None)
        self.fields["source"] = _source()
        self.fields["quotation_language"].choices = _languages()  # type: ignore[attr-defined]
        first = settings.LANGUAGE_CODE
        self.fields[f"value__{first}"].required = True
        self.order_fields(["about", "source", "stance", *self.fields])

    @property
    def values(self) -> dict[str, Any]:
        """The values of the fields of the piece."""
        plain = {
            name: self.cleaned_data[name]
            for name in ("source", "stance", "quotation", "quotation_language")
        }
        return {**plain, "value": self.text("value"), "pinpoint": self.text("pinpoint")}


class ClaimForm(PieceForm):
    """A fact, and the first source's word on it."""

    def __init__(
        self, subjects: list[Any], data: Any = None, *, facts: tuple[str, ...] = ()
    ) -> None:
        super().__init__(None, data)
        offered = [
            (f"{place}:{name}", f"{subject}: {field_name(name)}")
            for place, subject in enumerate(subjects)
            for name in facts_of(subject, facts)
        ]
        self.fields["about"] = forms.ChoiceField(label=pgettext("claim", "About"), choices=offered)
        self.order_fields(["about", "source", "stance", *self.fields])


def facts_of(subject: Any, facts: tuple[str, ...] = ()) -> list[str]:
    """What can be claimed of a record that no claim is about yet: `facts`, or that it is, its period, its fields."""
    names = {field.name for field in subject._meta.concrete_fields if field.editable}
    own = [
        field.name
        for field in subject._meta.concrete_fields
        if field.editable and not field.primary_key and not field.many_to_one
    ]
    period = ["period"] if {"start", "end"} <= names else []
    left_out = {"slug", "published", "order"} | set(subject.claims.values_list("about", flat=True))
    return [name for name in facts or ("existence", *period, *own) if name not in left_out]


def _of_piece(piece: Evidence) -> dict[str, Any]:
    few = Source.objects.count() <= LONGEST_LIST
    plain = {name: getattr(piece, name) for name in ("stance", "quotation", "quotation_language")}
    texts = _initial({"value": piece.value, "pinpoint": piece.pinpoint})
    return {**plain, **texts, "source": piece.source_id if few else piece.source.slug}


def _source() -> forms.Field:
    sources = Source.objects.all()
    label = _("Source")
    if sources.count() <= LONGEST_LIST:
        return forms.ModelChoiceField(sources, label=label)
    hint = _("Write its short name, as at the end of its address.")
    return forms.ModelChoiceField(
        sources, label=label, to_field_name="slug", widget=forms.TextInput, help_text=hint
    )


def _languages() -> list[tuple[str, str]]:
    found = sorted((language_name(code), code) for code in entries("languages"))
    return [("", "–"), *((code, name) for name, code in found)]
