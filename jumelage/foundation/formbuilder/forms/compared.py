"""What a condition compares with, as clerks write it: euro, "2,5", a choice, a track or a country by its name."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.conf import settings

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.folding import fold
from jumelage.foundation.questionnaires.queries import answering as values
from jumelage.foundation.questionnaires.queries.answering import CONTEXT, Definition, Kind, Test
from jumelage.foundation.questionnaires.queries.wording import choice_words, country_words
from jumelage.foundation.reference.queries import countries

# Decimals that a number to compare with may have: those that a question may ask.
_DECIMALS = 6


def kind_of(on: str, definition: Definition) -> Kind | None:
    """What the answer, or the part of one, at `on` holds; None for a word of the context and for what is gone."""
    code, _apart, part = on.partition(".")
    field = definition.by_code.get(code)
    if on.startswith(CONTEXT) or field is None:
        return None
    if part:
        return (
            Kind.COUNTRY if part == "country" else Kind.MONEY if field.budget else Kind.SHORT_TEXT
        )
    return field.kind


def read_value(on: str, text: str, definition: Definition, tracks: Mapping[str, Any]) -> int | str:
    """What `text` means for the answer at `on`. Raises Refused with the code of the answer that it cannot be."""
    if on == f"{CONTEXT}track":
        return _named(text, ((code, (str(word),)) for code, word in tracks.items())) or text
    kind = kind_of(on, definition)
    if kind in {Kind.CHOICE, Kind.CHOICES}:
        offered = definition.by_code[on].choices
        return _named(text, ((one.code, one.label.values()) for one in offered)) or text
    return _READERS[kind](text) if kind in _READERS else text


def written_value(test: Test, definition: Definition, tracks: Mapping[str, Any]) -> Any:
    """The same the other way: what an input shows of a comparison that is kept, by its name where that says enough."""
    name = _name_of(test, definition, tracks)
    if name and read_value(test.on, name, definition, tracks) == test.value:
        return name
    kind = kind_of(test.on, definition)
    if test.value in {None, ""}:
        return test.value
    if kind is Kind.MONEY and isinstance(test.value, int):
        return values.written_money(test.value)
    if kind is Kind.NUMBER:
        return values.written_number(test.value)
    return country_words(test.value) if kind is Kind.COUNTRY else test.value


def _name_of(test: Test, definition: Definition, tracks: Mapping[str, Any]) -> str:
    """The words of the track or the choice that is compared with; "" for anything else."""
    if test.on == f"{CONTEXT}track":
        return str(tracks.get(str(test.value), ""))
    field = definition.by_code.get(test.on)
    return choice_words(field, test.value) if field and field.choices else ""


def _country(text: str) -> str:
    known = (pair for code, _name in settings.LANGUAGES for pair in countries(code))
    found = _named(text, ((code, (name,)) for code, name in known))
    if not found:
        raise Refused("form-condition-country", text=text)
    return found


def _named(text: str, offered: Iterable[tuple[str, Iterable[str]]]) -> str:
    """The code whose own text, or one of whose names, is `text`; capitals and accents do not matter; "" for none."""
    wanted = fold(text)
    for code, names in offered:
        if wanted in {fold(code), *(fold(name) for name in names)}:
            return code
    return ""


_READERS: Mapping[Kind | None, Callable[[str], int | str]] = {
    Kind.NUMBER: lambda text: values.parse_number(text, _DECIMALS),
    Kind.MONEY: values.parse_money,
    Kind.DATE: values.parse_day,
    Kind.COUNTRY: _country,
}
