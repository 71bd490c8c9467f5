"""The inputs of a part of a form: its texts side by side in every language, its rules, its choices."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.questionnaires.choices import KINDS, TEXTS, UNITS
from jumelage.foundation.questionnaires.queries import answering as values
from jumelage.foundation.questionnaires.queries.answering import (
    CELLS,
    TEXTUAL,
    Field,
    Kind,
    Unit,
    text_in,
)
from jumelage.foundation.questionnaires.queries.wording import reader

LONG = frozenset({"help", "intro", "description"})
_BOUNDED = frozenset({Kind.NUMBER, Kind.MONEY, Kind.DATE})
# Which rules each kind of question has.
RULES: Mapping[str, frozenset[Kind]] = {
    "required": frozenset(Kind) - {Kind.HEADING, Kind.NOTE, Kind.TABLE},
    "article": frozenset(Kind) - {Kind.HEADING, Kind.NOTE, Kind.BUDGET},
    "limit": TEXTUAL,
    "unit": TEXTUAL,
    "minimum": _BOUNDED,
    "maximum": _BOUNDED,
    "not_before": frozenset({Kind.DATE}),
    "decimals": frozenset({Kind.NUMBER}),
    "rows_least": frozenset({Kind.TABLE}),
    "rows_most": frozenset({Kind.TABLE, Kind.BUDGET}),
    "files_most": frozenset({Kind.FILE}),
}


class TextsForm(forms.Form):
    """Texts in every language, then other inputs."""

    texts: tuple[str, ...] = ()
    long = LONG

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {
            f"{name}__{code}": forms.CharField(
                label=language,
                required=False,
                widget=(forms.Textarea if name in self.long else forms.TextInput)(
                    {"lang": code, **({"rows": 3} if name in self.long else {})}
                ),
            )
            for name in self.texts
            for code, language in settings.LANGUAGES
        }
        self.fields = {**asked, **self.fields}

    def translated(self, name: str) -> dict[str, str]:
        """The text `name` by language, those that are written."""
        given = {code: self.cleaned_data[f"{name}__{code}"] for code, _name in settings.LANGUAGES}
        return {code: text for code, text in given.items() if text}

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The inputs as the desk's templates show them: a text in all its languages together."""
        texts = [
            {
                "translated": True,
                "label": TEXTS[name],
                "inputs": [self[f"{name}__{code}"] for code, _name in settings.LANGUAGES],
            }
            for name in self.texts
        ]
        others = [name for name in self.fields if "__" not in name]
        plain = [
            {"translated": False, "label": self.fields[name].label, "inputs": [self[name]]}
            for name in others
        ]
        return texts + plain


def spread(texts: Mapping[str, Any]) -> dict[str, str]:
    """Texts by name and language as the first values of a `TextsForm`."""
    return {
        f"{name}__{code}": text
        for name, text_by_language in texts.items()
        for code, text in (text_by_language or {}).items()
    }


class NewForm(TextsForm):
    """A new form, or a copy."""

    texts = ("title",)
    slug = forms.CharField(
        label=_("Short name in addresses"),
        max_length=80,
        help_text=_(
            "Small letters without accents, figures and hyphens. It does not change later."
        ),
    )


class SectionForm(TextsForm):
    """A section."""

    texts = ("title", "intro")


class NewFieldForm(TextsForm):
    """A new question: its words, its kind and its place among those `beside`."""

    texts = ("label",)
    kind = forms.ChoiceField(label=_("Kind of answer"))
    before = forms.ChoiceField(label=_("Stands before"), required=False)

    def __init__(
        self, *args: Any, beside: Sequence[Field] = (), cells: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        named = [(one.code, text_in(one.label, reader())) for one in beside]
        places: Any = self.fields["before"]
        places.choices = [("", _("nothing: at the end")), *named]
        known = [(kind.value, KINDS[kind]) for kind in Kind if not cells or kind in CELLS]
        self.fields["kind"].choices = known  # type: ignore[attr-defined]


class FieldForm(TextsForm):
    """The rules of a question, those that its kind has."""

    texts = ("label", "help")
    required = forms.BooleanField(label=_("Must be answered"), required=False)
    limit = forms.IntegerField(label=_("Longest text"), required=False, min_value=1)
    unit = forms.ChoiceField(label=_("Counted in"), choices=list(UNITS.items()), required=False)
    minimum = forms.CharField(label=_("Least"), required=False)
    maximum = forms.CharField(label=_("Most"), required=False)
    not_before = forms.ChoiceField(
        label=_("Not before"),
        required=False,
        help_text=_(
            "The answer to this question is not an earlier day than the answer to that one."
        ),
    )
    decimals = forms.IntegerField(label=_("Decimals"), required=False, min_value=0, max_value=6)
    rows_least = forms.IntegerField(label=_("Fewest rows"), required=False, min_value=0)
    rows_most = forms.IntegerField(label=_("Most rows"), required=False, min_value=1, max_value=100)
    files_most = forms.IntegerField(
        label=_("Most documents"), required=False, min_value=1, max_value=20
    )
    article = forms.CharField(
        label=_("Article of the regulation that it applies"),
        required=False,
        max_length=20,
        help_text=_("For example 4.2. Messages about this answer cite it."),
    )

    def __init__(
        self, field: Field, *args: Any, days: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        self.kind = field.kind
        kwargs.setdefault("initial", _first_values(field))
        super().__init__(*args, **kwargs)
        for name, kinds in RULES.items():
            if field.kind not in kinds:
                del self.fields[name]
        if field.kind is Kind.DATE:
            choice: Any = self.fields["not_before"]
            choice.choices = [("", "–"), *days]

    def clean(self) -> dict[str, Any]:
        """Bounds are read as answers are."""
        data: dict[str, Any] = super().clean() or {}
        for name in ("minimum", "maximum"):
            if text := data.get(name):
                try:
                    data[name] = self._bound(text)
                except Refused as refusal:
                    self.add_error(name, sentence(refusal))
        return data

    def _bound(self, text: str) -> int | str:
        if self.kind is Kind.MONEY:
            return values.parse_money(text)
        if self.kind is Kind.DATE:
            return values.parse_day(text)
        return values.parse_number(text, self.cleaned_data.get("decimals") or 0)

    @property
    def told(self) -> dict[str, Any]:
        """The attributes of the question; what is left empty takes its usual value."""
        given = {name: self.cleaned_data[name] for name in RULES if name in self.fields}
        if "unit" in given:
            given["unit"] = Unit(given["unit"] or Unit.CHARACTERS)
        return {
            "label": self.translated("label"),
            "help": self.translated("help") or None,
            **{
                name: None if value == "" and name in {"minimum", "maximum"} else value
                for name, value in given.items()
                if value is not None or name in {"limit", "minimum", "maximum"}
            },
        }


class ChoiceForm(TextsForm):
    """One choice of a list."""

    texts: tuple[str, ...] = ("label",)
    code = forms.CharField(required=False, widget=forms.HiddenInput)
    order = forms.IntegerField(label=_("Place in the list"), required=False)
    eligible = forms.BooleanField(label=_("Eligible cost"), required=False)


class HelpedChoiceForm(ChoiceForm):
    """One choice that applicants see with its help, a line, under it."""

    texts = ("label", "help")
    long = frozenset()


class BudgetForm(forms.Form):
    """The rules of a budget table; the call may give its own cap, minimum and share for a track."""

    in_kind = forms.BooleanField(label=_("Contributions in kind are asked"), required=False)
    cap_cents = forms.CharField(label=_("Most that may be asked (euro)"), required=False)
    minimum_cents = forms.CharField(label=_("Least that may be asked (euro)"), required=False)
    share_percent = forms.IntegerField(
        label=_("Share of the eligible costs (%)"), required=False, min_value=1, max_value=100
    )
    balance_article = forms.CharField(label=_("Article: balance"), required=False, max_length=20)
    cap_article = forms.CharField(label=_("Article: most"), required=False, max_length=20)
    minimum_article = forms.CharField(label=_("Article: least"), required=False, max_length=20)
    share_article = forms.CharField(label=_("Article: share"), required=False, max_length=20)

    def clean(self) -> dict[str, Any]:
        """Amounts are read as answers are."""
        data: dict[str, Any] = super().clean() or {}
        for name in ("cap_cents", "minimum_cents"):
            try:
                data[name] = values.parse_money(data[name]) if data.get(name) else None
            except Refused as refusal:
                self.add_error(name, sentence(refusal))
        return data

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The inputs, one by one."""
        return [{"translated": False, "label": one.label, "inputs": [one]} for one in self]


def choice_lists(field: Field) -> dict[str, tuple[str, Any]]:
    """The lists of a question: heading and choices by name."""
    if field.kind is Kind.BUDGET and field.budget:
        return {
            "costs": (gettext("Categories of costs"), field.budget.costs),
            "income": (gettext("Sources of income"), field.budget.income),
        }
    listed = field.kind in {Kind.CHOICE, Kind.CHOICES}
    return {"choices": (gettext("Choices"), field.choices)} if listed else {}


def _first_values(field: Field) -> dict[str, Any]:
    first = {name: getattr(field, name) for name in RULES}
    for name in ("minimum", "maximum"):
        if field.kind is Kind.MONEY and isinstance(first[name], int):
            first[name] = values.written_money(first[name])
    return {**first, **spread({"label": field.label, "help": field.help})}
