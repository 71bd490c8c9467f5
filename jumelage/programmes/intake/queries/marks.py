"""Fingerprints of what was deposited: keyed with the site's secret, so that a copy of the table names nobody."""

from collections.abc import Mapping
from typing import Any

from django.utils.crypto import salted_hmac

from jumelage.programmes.applications.choices import Likeness
from jumelage.programmes.intake.rules.likeness import bands, marks_in, text_in

_LENGTH = 40


def fingerprints_in(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Kind (`Likeness`) and value of each fingerprint of a frozen `content`."""
    found = [(mark.kind, keyed(mark.kind, mark.value)) for mark in marks_in(content)]
    texts = [(Likeness.TEXT.value, band) for band in bands(text_in(content))]
    return list(dict.fromkeys([*found, *texts]))


def keyed(kind: str, value: str) -> str:
    """What is kept of a value."""
    return salted_hmac(f"intake.{kind}", value, algorithm="sha256").hexdigest()[:_LENGTH]
