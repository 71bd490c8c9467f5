"""From what pydantic finds to mistakes with a line and a code.

Source: docs.pydantic.dev/latest/errors/validation_errors (the names of the errors).
"""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from jumelage.public.loading.rules.mistakes import Mistake, Path, unknown
from jumelage.public.loading.rules.walking import keys_at
from jumelage.public.loading.rules.yaml_lines import Reading

CODES = {
    "missing": "key-missing",
    "string_type": "type-text",
    "int_type": "type-whole-number",
    "int_from_float": "type-whole-number",
    "float_type": "type-number",
    "bool_type": "type-true-false",
    "list_type": "type-list",
    "model_type": "type-group",
    "string_pattern_mismatch": "text-unfit",
    "greater_than": "number-not-above",
    "greater_than_equal": "number-below",
    "less_than_equal": "number-above",
    "too_short": "list-short",
    "too_long": "list-long",
}


def explain(
    error: ValidationError, reading: Reading, shape: type[BaseModel], path: Path
) -> Iterator[Mistake]:
    """The mistakes of the record at `path` of a file."""
    for found in error.errors(include_url=False):
        code, details = _worded(found, shape, reading.file)
        place = (*path, *found["loc"], *details.pop("at", ()))
        yield Mistake(reading.file, reading.line(place), code, details)


def _worded(found: ErrorDetails, shape: type[BaseModel], file: str) -> tuple[str, dict[str, Any]]:
    path, details = found["loc"], {name: _plain(it) for name, it in found.get("ctx", {}).items()}
    key = next((step for step in reversed(path) if isinstance(step, str)), file)
    if found["type"] == "extra_forbidden":
        return unknown("key-unknown", key, keys_at(shape, path[:-1]))
    if found["type"] in CODES:
        return CODES[found["type"]], {"key": key, **details}
    return details.pop("code"), details


def _plain(value: Any) -> Any:
    """A whole number as a person writes it: 90, not 90.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
