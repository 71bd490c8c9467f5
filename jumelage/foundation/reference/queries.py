"""Questions to the lists made by others: countries, languages, sectors, goals and targets."""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.reference.rules.collation import sort_key

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Entry:
    """One line of a list; `name` is a text in the languages that its publisher gives."""

    code: str
    name: Translated
    long: Translated = field(default_factory=Translated)
    alpha3: str = ""
    category: str = ""
    aliases: tuple[str, ...] = ()
    withdrawn: bool = False


def _entry(item: dict[str, Any]) -> Entry:
    texts: dict[str, Any] = {key: Translated(item[key]) for key in ("name", "long") if key in item}
    others = {key: value for key, value in item.items() if key not in {"name", "long", "aliases"}}
    return Entry(**others, **texts, aliases=tuple(item.get("aliases", ())))


@cache
def outlines() -> dict[str, Any]:
    """The drawn outlines of land and countries, in map units (see `rules/equal_earth.py`)."""
    loaded: dict[str, Any] = json.loads((_DATA / "outlines.json").read_text(encoding="utf-8"))
    return loaded


@cache
def entries(name: str) -> dict[str, Entry]:
    """Every entry of the list `name` (the name of its file) by code; not to be changed."""
    items = json.loads((_DATA / f"{name}.json").read_text(encoding="utf-8"))["items"]
    return {item["code"]: _entry(item) for item in items}


def entry(name: str, code: str) -> Entry:
    """The entry `code` of the list `name`. Refused("reference-unknown") when it has none."""
    try:
        return entries(name)[code]
    except KeyError:
        raise Refused("reference-unknown", code=code, list=name) from None


def _name(name: str, code: str, language: str | None = None) -> str:
    """The name in `language`, the reader's when None, else in the first language it has."""
    text = entry(name, code).name
    return text.get(language or "") or str(text)


def country_name(code: str, language: str | None = None) -> str:
    """Name a country (ISO 3166-1, two letters) in `language`, else as the list allows.

    Refused("reference-unknown") for another code.
    """
    return _name("countries", code, language)


def language_name(code: str) -> str:
    """Name a language (ISO 639-1) in the reader's language, else as the list allows.

    Refused("reference-unknown") for another code.
    """
    return _name("languages", code)


def sector_name(code: str) -> str:
    """Name a DAC sector (five figures) in the reader's language, else as the list allows.

    Refused("reference-unknown") for another code.
    """
    return _name("sectors", code)


def sdg_name(code: str) -> str:
    """Name a Sustainable Development Goal (1 to 17) in the reader's language, else as the list allows.

    Refused("reference-unknown") for another code.
    """
    return _name("goals", code)


def countries(language: str | None = None) -> list[tuple[str, str]]:
    """Every country's code and name in `language` (the reader's when not given), in its order."""
    named = [(code, country_name(code, language)) for code in entries("countries")]
    return sorted(named, key=lambda pair: sort_key(pair[1]))


def sectors() -> list[Entry]:
    """The DAC sectors in use, by code."""
    return [sector for _, sector in sorted(entries("sectors").items()) if not sector.withdrawn]
