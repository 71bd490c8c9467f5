"""Questions for which two texts were written, as people read them."""

from dataclasses import dataclass
from typing import Any

from jumelage.foundation.questionnaires.queries.readout import answer_shown
from jumelage.programmes.applications.models import Conflict
from jumelage.programmes.applications.queries.answers import BETWEEN, Draft
from jumelage.programmes.applying.queries.pages import label_of


@dataclass(frozen=True)
class TwoTexts:
    """A question, the answer that stands and the other one, each as a page reads it.

    `since`: what stands was changed after the second came; `both`: texts can be joined.
    """

    conflict: Conflict
    label: str
    standing: Any
    other: Any
    since: bool
    both: bool


def shown_conflicts(draft: Draft) -> list[TwoTexts]:
    """Every question of `draft` that has two texts."""
    return [_shown(draft, one) for one in draft.conflicts]


def _shown(draft: Draft, one: Conflict) -> TwoTexts:
    standing, field = draft.answers.get(one.field), draft.definition.by_code[one.field]
    both = field.kind in BETWEEN and bool(standing and one.other)
    return TwoTexts(
        conflict=one,
        label=label_of(draft, one.field),
        standing=answer_shown(field, standing),
        other=answer_shown(field, one.other),
        since=standing != one.standing,
        both=both,
    )
