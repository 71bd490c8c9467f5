"""Questions for which two texts were written, as people read them."""

from dataclasses import dataclass
from typing import Any

from jumelage.foundation.questionnaires.queries.readout import answers_shown
from jumelage.programmes.applications.models import Conflict
from jumelage.programmes.applications.queries.answers import Draft
from jumelage.programmes.applying.queries.pages import label_of


@dataclass(frozen=True)
class TwoTexts:
    """A question, the answer that stands and the other one, each as a page reads it; `both`: texts can be joined."""

    conflict: Conflict
    label: str
    standing: Any
    other: Any
    both: bool


def shown_conflicts(draft: Draft) -> list[TwoTexts]:
    """Every question of `draft` that has two texts."""
    return [_shown(draft, one) for one in draft.conflicts]


def _shown(draft: Draft, one: Conflict) -> TwoTexts:
    standing = draft.answers.get(one.field)
    both = all(isinstance(value, str) for value in (standing, one.other))
    return TwoTexts(
        conflict=one,
        label=label_of(draft, one.field),
        standing=_read(draft, one, standing),
        other=_read(draft, one, one.other),
        both=both,
    )


def _read(draft: Draft, one: Conflict, value: Any) -> Any:
    """The answer as the questionnaires read it back; None where it is empty."""
    answers = {**draft.answers, one.field: value}
    for section in answers_shown(draft.definition, answers, draft.context, section=one.section):
        for item in section["items"]:
            if item["code"] == one.field:
                return item
    return {"paragraphs": [str(value)] if value else [], "tables": [], "answered": bool(value)}
