"""From the JSON of a version, or of a data file, to a `Definition`, and back.

Source: Jumelage, issue 4, item 2: a form that cannot be read is refused with the place of each mistake.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.rules.definition import Condition, Definition

_ADAPTER: TypeAdapter[Definition] = TypeAdapter(Definition)
_CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)
_CODES = {
    "missing": "form-key-missing",
    "unexpected_keyword_argument": "form-key-unknown",
    "enum": "form-word-unknown",
    "literal_error": "form-word-unknown",
    "string_pattern_mismatch": "form-code-unfit",
}


@dataclass(frozen=True)
class Mistake:
    """What is wrong with a form: where (codes from the section inwards), and the code and details of its sentence."""

    place: tuple[str, ...]
    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


def read_definition(raw: Any) -> Definition:
    """The form that `raw` (plain JSON) tells. Raises Refused("form-unreadable") with its `mistakes`."""
    try:
        return _ADAPTER.validate_python(raw)
    except ValidationError as error:
        places = dict.fromkeys(_mistake(raw, one) for one in error.errors(include_url=False))
        raise Refused("form-unreadable", mistakes=tuple(places)) from error


def written(definition: Definition) -> dict[str, Any]:
    """The plain JSON of a form; what is left at its usual value is not written."""
    told: dict[str, Any] = _ADAPTER.dump_python(definition, mode="json", exclude_defaults=True)
    return told


def condition_json(condition: Condition | None) -> Any:
    """The plain JSON of a condition, as scripts read it; None for none."""
    return None if condition is None else _CONDITION.dump_python(condition, mode="json")


class _Mistake(Mistake):
    """Hashed by where and what, so that one mistake is told once."""

    def __hash__(self) -> int:
        return hash((self.place, self.code))


def _mistake(raw: Any, found: Any) -> Mistake:
    path, kind = list(found["loc"]), found["type"]
    # A condition is one comparison or one group: what fits neither is told once, at the condition.
    inside = next((at for at, step in enumerate(path) if step in {"Test", "Group"}), None)
    if inside is not None:
        return _Mistake(_place(raw, path[:inside]), "form-condition-unreadable")
    code = _CODES.get(kind, "form-value-unfit")
    details = {"key": str(path[-1]) if path else "", **_expected(found)}
    return _Mistake(_place(raw, path), code, details)


def _expected(found: Any) -> dict[str, Any]:
    expected = (found.get("ctx") or {}).get("expected", "")
    return {"expected": str(expected).replace("' or '", "', '").replace("'", "")}


def _place(raw: Any, path: list[str | int]) -> tuple[str, ...]:
    """The path with the codes of sections and fields instead of their numbers."""
    place: list[str] = []
    for step in path:
        raw = _inner(raw, step)
        if isinstance(step, int):
            told = raw.get("code") if isinstance(raw, dict) else None
            place.append(told if isinstance(told, str) and told else str(step + 1))
        elif step not in {"sections", "fields"}:
            place.append(step)
    return tuple(place)


def _inner(raw: Any, step: str | int) -> Any:
    try:
        return raw[step]
    except (KeyError, IndexError, TypeError):
        return None
