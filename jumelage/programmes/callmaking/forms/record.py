"""The form of a call or of one of its rows, made from the fields of its model."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.callmaking.forms.fields import (
    AnswersInput,
    EurosInput,
    PartialDateInput,
    StaffForm,
)
from jumelage.programmes.calls.choices import ApplicantKind
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.words import words_of_field

# Between the places of two rows, so that another one fits in.
STEP = 10
_ONE_LINE = frozenset({"title", "place", "question", "sentence"})
_HINTS = {
    "slug": _("Small letters without accents, figures, hyphens."),
    "number": _("As people quote it: 3, or 3bis."),
    "needs": _(
        "The codes of questions and answers, for example: kind in asbl, ngo and (seat = here or persons >= 3)."
        " For some applicants alone: not kind = de-facto or persons >= 3. The others are not told of it."
    ),
    "track": _("Leave it empty when it holds for every track."),
    "article": _("Its number, for example: 3."),
    "order": _("The smallest number comes first."),
    "demonstration": _("Its page then says that its rules are proposals."),
}
# What each kind of row asks, in the order of its form.
ASKED: dict[str, tuple[str, ...]] = {
    "article": ("number", "title", "text", "authority", "order"),
    "track": (
        *("slug", "title", "summary", "eligibility", "cap_cents", "minimum_cents"),
        *("share_percent", "budget_rules", "authority", "article", "order"),
    ),
    "envelope": (
        *("slug", "kind", "title", "amount_cents", "sentence", "track"),
        *("authority", "article", "order"),
    ),
    "criterion": ("slug", "title", "about", "weight", "track", "authority", "article", "order"),
    "asked-document": (
        *("slug", "title", "note", "applicants", "required", "track"),
        *("authority", "article", "order"),
    ),
    "question": ("slug", "text", "hint", "choices", "order"),
    "requirement": ("slug", "text", "needs", "track", "authority", "article", "order"),
    "date": (
        *("slug", "kind", "title", "date", "starts_at", "ends_at", "place", "link", "note"),
        "cancelled",
    ),
    "faq": ("slug", "question", "answer", "article", "order"),
    "document": ("document", "kind", "order"),
}
OF_CALL = (
    *("year", "title", "summary", "purpose", "how_to_apply", "contact", "contact_email"),
    *("budget_cents", "budget_authority", "opens_on", "opens_hour", "closes_on", "closes_hour"),
    *("form", "grace_minutes", "completion_days", "draft_retention_days"),
    *("de_facto_min_persons", "demonstration"),
)


class RecordForm(StaffForm):
    """Asks the fields `names` of `model`; `record` holds what is known, `call` whose tracks are offered."""

    def __init__(
        self,
        model: type[models.Model],
        names: Sequence[str],
        *,
        data: Any = None,
        record: models.Model | None = None,
        call: Call | None = None,
    ) -> None:
        super().__init__(data)
        self.names = names
        for name in names:
            field: Any = model._meta.get_field(name)
            known = getattr(record, name) if record else _first(field, call)
            if isinstance(field, TranslatedField):
                rows = 1 if name in _ONE_LINE else 10 if model.__name__ == "Article" else 4
                self.ask_text(name, words_of_field(name), rows=rows, value=known)
            else:
                self.ask(name, _input(field, known, call))

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the record."""
        return {
            name: self.text(name) if name in self.texts else self.cleaned_data[name]
            for name in self.names
        }


def _first(field: Any, call: Call | None) -> Any:
    """What a new row begins with; it goes last."""
    if field.name != "order" or call is None:
        return field.get_default()
    last = field.model._default_manager.filter(call=call).aggregate(last=models.Max("order"))
    return (last["last"] or 0) + STEP


def _input(field: Any, known: Any, call: Call | None) -> forms.Field:
    told: dict[str, Any] = {"label": words_of_field(field.name), "initial": known}
    if field.name in _HINTS:
        told["help_text"] = _HINTS[field.name]
    special = _special(field, told)
    if special:
        return special
    if isinstance(field, models.ForeignKey):
        records = field.remote_field.model._default_manager.all()
        if field.name == "track":
            records = records.filter(call=call)
        return forms.ModelChoiceField(records, required=not field.null, **told)
    if isinstance(field, models.URLField):
        return forms.URLField(required=False, assume_scheme="https", **told)
    made: forms.Field = field.formfield(**told)
    return made


def _special(field: Any, told: dict[str, Any]) -> forms.Field | None:
    """Where Django's own input would not do; None where it does."""
    if isinstance(field, models.TimeField):
        widget = forms.TimeInput({"type": "time"}, "%H:%M")
        return forms.TimeField(required=False, widget=widget, **told)
    if field.name.endswith("_cents"):
        return EurosInput(required=not field.null, **told)
    kind = PartialDateInput if isinstance(field, PartialDateField) else _BY_NAME.get(field.name)
    return kind(**told) if kind else None


class _Applicants(forms.MultipleChoiceField):
    """Kinds of applicants, as boxes."""

    def __init__(self, **told: Any) -> None:
        super().__init__(
            choices=ApplicantKind.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Tick none when it is asked of all."),
            **told,
        )


_BY_NAME: dict[str, type[forms.Field]] = {"choices": AnswersInput, "applicants": _Applicants}
