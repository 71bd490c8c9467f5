"""Problems, mistakes, conditions and changes in the reader's words."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.money import format_euros
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.questionnaires.choices import (
    BUDGET,
    CHANGES,
    CONTEXTS,
    KINDS,
    OPERATORS,
    PARTS,
    TEXTS,
    UNITS,
)
from jumelage.foundation.questionnaires.rules.budget import AMOUNTS, LISTS
from jumelage.foundation.questionnaires.rules.changes import Changed
from jumelage.foundation.questionnaires.rules.checking import Problem
from jumelage.foundation.questionnaires.rules.definition import (
    CONTEXT,
    Condition,
    Definition,
    Field,
    Kind,
    Operator,
    Test,
    text_in,
)
from jumelage.foundation.questionnaires.rules.reading import Mistake
from jumelage.foundation.reference.queries import country_name

# What the room that asks calls a word of the context: {"track": {"ecm": "Citizenship education"}}.
ContextWords = Mapping[str, Mapping[str, Any]]
# Bounds in words: both, the least alone, the most alone. Days take other articles than amounts.
_AMOUNTS = (_("From {least} to {most}."), _("From {least}."), _("Up to {most}."))
_DAYS = (
    pgettext_lazy("days", "From {least} to {most}."),
    pgettext_lazy("days", "From {least}."),
    pgettext_lazy("days", "Until {most}."),
)


def reader() -> str:
    """The reader's language."""
    return get_language() or settings.LANGUAGE_CODE


def problem_words(problem: Problem) -> str:
    """A problem as a sentence, with the article that it applies."""
    params = {name: _param(name, value, problem.code) for name, value in problem.params.items()}
    told = sentence(Refused(problem.code, **params))
    if problem.article:
        return gettext("{sentence} (article {article})").format(
            sentence=told, article=problem.article
        )
    return told


def place_words(problem: Problem, definition: Definition) -> str:
    """Where a problem is: the question and the place inside it, as in "Budget: Costs, line 2"."""
    field = definition.by_code[problem.field]
    label = text_in(field.label, reader())
    names = {column.code: text_in(column.label, reader()) for column in field.columns}
    names |= {one: _part_of(one) for one in (*PARTS, *LISTS, *AMOUNTS)} if not names else {}
    inside = [
        gettext("line {number}").format(number=one + 1) if isinstance(one, int) else names[one]
        for one in problem.part
        if isinstance(one, int) or one in names
    ]
    if not inside:
        return label
    return gettext("{question}: {place}").format(question=label, place=", ".join(inside))


def mistake_words(mistake: Mistake, definition: Definition | None = None) -> str:
    """A mistake of a form as a sentence, without its place; questions of `definition` by their words."""
    details, form = dict(mistake.details), definition or Definition()
    if mistake.code == "form-condition-circle":
        details["circle"] = " → ".join(_about(code, form) for code in details["circle"])
    elif "field" in details:
        details["field"] = _about(details["field"], form)
    if mistake.code == "form-text-missing":
        details["text"] = TEXTS[details["text"]]
        details["language"] = dict(settings.LANGUAGES).get(details["language"], details["language"])
    if mistake.code == "form-column-kind":
        details["kind"] = KINDS[details["kind"]]
    if mistake.code == "form-choices-empty":
        # The two lists of a budget have names of their own.
        details["part"] = BUDGET.get(details["part"]) or gettext("choices")
    return sentence(Refused(mistake.code, **details))


class Mistakes(tuple[Mistake, ...]):
    """Mistakes that a refusal carries; shown as sentences with their places."""

    __slots__ = ()
    most_shown = 5

    def __str__(self) -> str:
        told = [
            f"{' › '.join(mistake.place)} – {mistake_words(mistake)}"
            if mistake.place
            else mistake_words(mistake)
            for mistake in self[: self.most_shown]
        ]
        more = len(self) - len(told)
        return " · ".join([*told, f"+ {more}"] if more else told)


def condition_words(
    condition: Condition | None, definition: Definition, names: ContextWords | None = None
) -> str:
    """A condition as it is said: “Track” is “Cooperation” and “Country” is answered; "" for none."""
    if condition is None:
        return ""
    if isinstance(condition, Test):
        return _test_words(condition, definition, names or {})
    parts = [_inner_words(part, definition, names) for part in condition.of]
    if condition.join == "none":
        return gettext("not: {parts}").format(parts=gettext(" or ").join(parts))
    return (gettext(" and ") if condition.join == "all" else gettext(" or ")).join(parts)


def change_words(changed: Changed) -> str:
    """What became of a part: “moved, other words”."""
    return ", ".join(str(CHANGES[what]) for what in changed.what)


def limit_words(field: Field) -> str:
    """How long a text may be, how many rows, between which bounds; "" without a limit."""
    if field.limit is not None:
        told = gettext("At most {limit} {unit}.")
        return told.format(limit=field.limit, unit=UNITS[field.unit])
    if field.kind in {Kind.NUMBER, Kind.MONEY, Kind.DATE}:
        return _bounds(field)
    return ""


def value_words(field: Field, value: Any) -> str:
    """A single value as people read it; what could not be read stays as it was written."""
    if isinstance(value, Mapping) or value is None:
        return str((value or {}).get("raw", ""))
    if field.kind is Kind.MONEY:
        return format_euros(value, reader())
    if field.kind in {Kind.CHOICE, Kind.CHOICES}:
        return ", ".join(choice_words(field, one) for one in _listed(value))
    worded = {Kind.DATE: day_words, Kind.COUNTRY: country_words}.get(field.kind, str)
    return str(worded(value))


def choice_words(field: Field, code: Any) -> str:
    """The label of a choice; a code that is no longer offered is shown as it is."""
    found = next((choice for choice in field.choices if choice.code == code), None)
    return text_in(found.label, reader()) if found else str(code)


def country_words(code: Any) -> str:
    """The name of a country; another text is shown as it is."""
    try:
        return country_name(str(code))
    except Refused:
        return str(code)


def day_words(text: str) -> str:
    """A day in words."""
    return PartialDate.parse(text).in_words(reader())


def part_words(part: str) -> str:
    """The name of a part of an answer."""
    return str(PARTS[part])


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value]


def _param(name: str, value: Any, code: str) -> Any:
    amounts = {"costs", "resources", "gap", "ask", "cap", "minimum", "eligible", "most"}
    if code.startswith("answer-budget") and name in amounts:
        return format_euros(value, reader())
    if code.startswith("answer-money-") and name in {"limit", "value"}:
        return format_euros(value, reader())
    if code.startswith("answer-date-") and name in {"limit", "value"}:
        return day_words(value)
    if name == "first":
        return text_in(value, reader())
    return part_words(value) if code == "answer-part-missing" else value


def _bounds(field: Field) -> str:
    least, most = (
        None if bound is None else value_words(field, bound)
        for bound in (field.minimum, field.maximum)
    )
    within, after, before = _DAYS if field.kind is Kind.DATE else _AMOUNTS
    if least is None and most is None:
        return ""
    told = before if least is None else after if most is None else within
    return str(told).format(least=least, most=most)


def _inner_words(part: Condition, definition: Definition, names: ContextWords | None) -> str:
    told = condition_words(part, definition, names)
    return told if isinstance(part, Test) else f"({told})"


def _test_words(test: Test, definition: Definition, names: ContextWords) -> str:
    value: Any = test.value
    if test.on.startswith(CONTEXT):
        word = test.on.removeprefix(CONTEXT)
        about = str(CONTEXTS.get(word, word))
        value = names.get(word, {}).get(str(value), value)
    else:
        about = _about(test.on, definition)
        code, _apart, part = test.on.partition(".")
        value = _compared_words(definition.by_code.get(code), part, value)
    words = {"about": about, "operator": OPERATORS[test.op], "value": value}
    if test.op is Operator.ANSWERED:
        return gettext("“{about}” {operator}").format(**words)
    return gettext("“{about}” {operator} “{value}”").format(**words)


def _about(on: str, definition: Definition) -> str:
    """What a condition looks at: “Place (Country)”; one that is no question of the form by its code."""
    code, _apart, part = on.partition(".")
    field = definition.by_code.get(code)
    about = (text_in(field.label, reader()) if field else "") or code
    return f"{about} ({_part_of(part)})" if part else about


def _part_of(part: str) -> str:
    return str(PARTS.get(part) or BUDGET.get(part, part))


def _compared_words(field: Field | None, part: str, value: Any) -> str:
    if part.endswith("_cents") and isinstance(value, int):
        return format_euros(value, reader())
    if part == "country":
        return country_words(value)
    if field is None or part or (field.kind is Kind.MONEY and not isinstance(value, int)):
        return str(value)
    return value_words(field, value)
