"""Two people, or two windows, write the same section: what is kept, and where both texts are kept.

Source: Jumelage, issue 4, item 5 (a conflict shows both texts and loses neither). Each field is looked at by itself, so
that two people who write different fields of one section are never in each other's way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jumelage.programmes.applications.rules.content import mark_of


@dataclass(frozen=True)
class Merged:
    """What stands after a save: all answers, the fields that changed, and the second texts of fields in conflict."""

    answers: dict[str, Any]
    changed: tuple[str, ...]
    conflicts: dict[str, Any]


def merge(
    standing: Mapping[str, Any], sent: Mapping[str, Any], seen: Mapping[str, str] | None
) -> Merged:
    """What is kept of `sent` over `standing`; `seen` holds the marks of the answers that the sender's page showed.

    Without `seen` (None) the sender's word goes. A field that the sender did not touch never goes back to what it was.
    """
    answers, changed, conflicts = dict(standing), [], {}
    for field, value in sent.items():
        now, new = mark_of(standing.get(field)), mark_of(value)
        if new == now:
            continue
        was = now if seen is None else seen.get(field, "")
        if was == now:
            answers[field] = value
            changed.append(field)
        elif was != new:
            conflicts[field] = value
    return Merged(answers, tuple(changed), conflicts)
