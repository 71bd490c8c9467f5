"""What is wrong with a form as a whole, each with its place; none may be left when a version is published.

Source: Jumelage, issue 4, item 2 and its bad inputs: a circular condition, an unknown article, a missing language.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from jumelage.foundation.questionnaires.rules.conditions import fields_in, tests_in
from jumelage.foundation.questionnaires.rules.definition import (
    CELLS,
    CONTEXT,
    PARTS,
    Choice,
    Condition,
    Definition,
    Field,
    Kind,
    Operator,
    Section,
    Test,
    Texts,
)
from jumelage.foundation.questionnaires.rules.reading import Mistake

_BUDGET_ARTICLES = ("balance_article", "cap_article", "minimum_article", "share_article")
_MOST_PERCENT = 100


def definition_mistakes(
    definition: Definition, known_articles: Collection[str] | None, languages: Sequence[str]
) -> list[Mistake]:
    """Everything that keeps `definition` from being published, in the order of the form.

    `known_articles` are the numbers of the regulation's articles; None when there is no regulation to look in.
    `languages` are those in which every text must be written.
    """
    return list(
        chain(
            _empty(definition),
            _doubles(definition),
            *(_section(section, definition, languages) for section in definition.sections),
            _circles(definition),
            () if known_articles is None else _unknown_articles(definition, known_articles),
        )
    )


def circle_in(definition: Definition) -> tuple[str, ...]:
    """Codes of fields whose conditions run in a circle, the first one twice; empty when there is none."""
    needs = _needs(definition)
    done: set[str] = set()

    def visit(code: str, above: tuple[str, ...]) -> tuple[str, ...]:
        if code in above:
            return (*above[above.index(code) :], code)
        if code not in done:
            for other in needs.get(code, ()):
                if found := visit(other, (*above, code)):
                    return found
            done.add(code)
        return ()

    return next((circle for code in needs if (circle := visit(code, ()))), ())


def _empty(definition: Definition) -> Iterator[Mistake]:
    if not any(field.asks for field in definition.fields):
        yield Mistake((), "form-empty")


def _doubles(definition: Definition) -> Iterator[Mistake]:
    fields = Counter(field.code for field in definition.fields)
    sections = Counter(section.code for section in definition.sections)
    for section in definition.sections:
        if sections[section.code] > 1:
            yield Mistake((section.code,), "form-code-twice", {"twice": section.code})
        for field in section.fields:
            if fields[field.code] > 1:
                place = (section.code, field.code)
                yield Mistake(place, "form-code-twice", {"twice": field.code})


def _section(
    section: Section, definition: Definition, languages: Sequence[str]
) -> Iterator[Mistake]:
    place = (section.code,)
    yield from _texts(section.title, place, "title", languages, needed=True)
    yield from _texts(section.intro, place, "intro", languages)
    yield from _condition(section.when, place, definition)
    if not section.fields:
        yield Mistake(place, "form-section-empty")
    for field in section.fields:
        yield from _field(field, (*place, field.code), languages)
        yield from _day(field, definition.by_code, (*place, field.code))
        yield from _condition(field.when, (*place, field.code), definition)


def _field(field: Field, place: tuple[str, ...], languages: Sequence[str]) -> Iterator[Mistake]:
    yield from _texts(field.label, place, "label", languages, needed=True)
    yield from _texts(field.help, place, "help", languages)
    yield from _bounds(field, place)
    if field.kind in {Kind.CHOICE, Kind.CHOICES}:
        yield from _choices(field.choices, place, "choices", languages)
    if field.kind is Kind.TABLE:
        yield from _columns(field, place, languages)
    if field.kind is Kind.BUDGET:
        yield from _budget(field, place, languages)


def _texts(
    texts: Texts | None,
    place: tuple[str, ...],
    name: str,
    languages: Sequence[str],
    *,
    needed: bool = False,
) -> Iterator[Mistake]:
    """A text that is needed, or begun in one language, stands in all `languages`."""
    if needed or any((texts or {}).values()):
        for language in languages:
            if not (texts or {}).get(language, "").strip():
                details = {"text": name, "language": language}
                yield Mistake(place, "form-text-missing", details)


def _bounds(field: Field, place: tuple[str, ...]) -> Iterator[Mistake]:
    least, most = field.minimum, field.maximum
    if least is not None and most is not None and _greater(least, most):
        yield Mistake(place, "form-bounds-reversed", {"least": least, "most": most})
    if field.limit is not None and field.limit < 1:
        yield Mistake(place, "form-limit-small", {"limit": field.limit})
    if field.rows_least > field.rows_most:
        details = {"least": field.rows_least, "most": field.rows_most}
        yield Mistake(place, "form-bounds-reversed", details)


def _day(field: Field, others: Mapping[str, Field], place: tuple[str, ...]) -> Iterator[Mistake]:
    """What a day may not come before is another day."""
    first = others.get(field.not_before)
    if field.not_before and (first is None or first.kind is not Kind.DATE or first is field):
        yield Mistake(place, "form-day-unknown", {"field": field.not_before})


def _greater(least: int | str, most: int | str) -> bool:
    if isinstance(least, int) and isinstance(most, int):
        return least > most
    return str(least) > str(most)


def _choices(
    choices: Sequence[Choice], place: tuple[str, ...], name: str, languages: Sequence[str]
) -> Iterator[Mistake]:
    if not choices:
        yield Mistake(place, "form-choices-empty", {"part": name})
    for code, number in Counter(choice.code for choice in choices).items():
        if number > 1:
            yield Mistake((*place, code), "form-code-twice", {"twice": code})
    for choice in choices:
        yield from _texts(choice.label, (*place, choice.code), "label", languages, needed=True)
        yield from _texts(choice.help, (*place, choice.code), "help", languages)


def _columns(field: Field, place: tuple[str, ...], languages: Sequence[str]) -> Iterator[Mistake]:
    if not field.columns:
        yield Mistake(place, "form-columns-empty")
    for code, number in Counter(column.code for column in field.columns).items():
        if number > 1:
            yield Mistake((*place, code), "form-code-twice", {"twice": code})
    for column in field.columns:
        if column.kind not in CELLS:
            yield Mistake((*place, column.code), "form-column-kind", {"kind": column.kind})
        yield from _field(column, (*place, column.code), languages)
        others = {one.code: one for one in field.columns}
        yield from _day(column, others, (*place, column.code))


def _budget(field: Field, place: tuple[str, ...], languages: Sequence[str]) -> Iterator[Mistake]:
    budget = field.budget
    if budget is None:
        yield Mistake(place, "form-choices-empty", {"part": "costs"})
        return
    yield from _choices(budget.costs, place, "costs", languages)
    yield from _choices(budget.income, place, "income", languages)
    percent = budget.share_percent
    if percent is not None and not 0 < percent <= _MOST_PERCENT:
        yield Mistake(place, "form-percent", {"percent": percent})
    cap, least = budget.cap_cents, budget.minimum_cents
    if cap is not None and least is not None and least > cap:
        yield Mistake(place, "form-bounds-reversed", {"least": least // 100, "most": cap // 100})


def _condition(
    condition: Condition | None, place: tuple[str, ...], definition: Definition
) -> Iterator[Mistake]:
    for test in tests_in(condition):
        if test.on.startswith(CONTEXT):
            continue
        code, _apart, part = test.on.partition(".")
        field = definition.by_code.get(code)
        if field is None or not field.asks or (part and not _has_part(field, part)):
            yield Mistake(place, "form-condition-field", {"field": test.on})
        else:
            yield from _compared(test, field, place)


def _has_part(field: Field, part: str) -> bool:
    if field.kind is Kind.BUDGET:
        return part in {"ask_cents", "own_cents"}
    return part in PARTS.get(field.kind, ())


def _compared(test: Test, field: Field, place: tuple[str, ...]) -> Iterator[Mistake]:
    if test.op is Operator.ANSWERED:
        return
    if test.value in {None, ""}:
        yield Mistake(place, "form-condition-value", {"field": test.on})
    elif field.kind in {Kind.CHOICE, Kind.CHOICES}:
        known = [choice.code for choice in field.choices]
        if str(test.value) not in known:
            details = {"field": test.on, "value": test.value}
            yield Mistake(place, "form-condition-choice", details)


def _needs(definition: Definition) -> Mapping[str, list[str]]:
    """The fields that must be known before each field is."""
    return {
        field.code: [*fields_in(section.when), *fields_in(field.when)]
        for section in definition.sections
        for field in section.fields
    }


def _circles(definition: Definition) -> Iterator[Mistake]:
    if circle := circle_in(definition):
        field = definition.by_code[circle[0]]
        section = definition.section_codes[field.code]
        own = circle[1] in fields_in(field.when)
        place = (section, field.code) if own else (section,)
        yield Mistake(place, "form-condition-circle", {"circle": circle})


def _unknown_articles(definition: Definition, known: Collection[str]) -> Iterator[Mistake]:
    for place, article in _cited(definition):
        if article not in known:
            yield Mistake(place, "form-article-unknown", {"article": article})


def _cited(definition: Definition) -> Iterator[tuple[tuple[str, ...], str]]:
    for section in definition.sections:
        for field in section.fields:
            place = (section.code, field.code)
            cited = [field.article]
            if field.budget:
                cited += [getattr(field.budget, name) for name in _BUDGET_ARTICLES]
            yield from ((place, article) for article in dict.fromkeys(cited) if article)
            for column in field.columns:
                if column.article:
                    yield (*place, column.code), column.article
