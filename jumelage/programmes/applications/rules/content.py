"""What is frozen at a deposit: one canonical text, the same for the same content on any machine.

Source: RFC 8785 (JSON Canonicalization Scheme) for the order of names and the absence of blanks; numbers are whole
numbers only, so that its rule for fractions is not needed. SHA-256: FIPS 180-4.
"""

import json
import unicodedata
from collections.abc import Collection
from hashlib import sha256
from typing import Any


def canonical(content: Any) -> str:
    """`content` (mappings, lists, texts, whole numbers, booleans, None) as canonical JSON.

    Raises TypeError for a fraction: amounts are in cents.
    """
    return json.dumps(
        _plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def digest_of(text: str) -> str:
    """The SHA-256 of `text` in UTF-8, in 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


def mark_of(value: Any) -> str:
    """Eight hexadecimal digits that tell whether an answer is still the one that a page was made with; "" for none."""
    if value in (None, "", [], {}):
        return ""
    return digest_of(json.dumps(value, ensure_ascii=False, sort_keys=True, default=str))[:8]


def differs(before: dict[str, Any], after: dict[str, Any], fields: Collection[str]) -> bool:
    """Whether two frozen contents say something else in `fields`: in answers, or in files by their SHA-256."""
    return any(_part(before, field) != _part(after, field) for field in fields)


def grouped(digest: str) -> str:
    """A digest in groups of eight, for people who compare it by eye."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def _part(content: dict[str, Any], field: str) -> tuple[Any, list[str]]:
    files = [one["sha256"] for one in content["files"] if one["field"] == field]
    return content["answers"].get(field), files


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            unicodedata.normalize("NFC", str(name)): _plain(part) for name, part in value.items()
        }
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, float):
        raise TypeError(f"not a whole number: {value}")
    return value
