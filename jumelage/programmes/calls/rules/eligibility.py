"""The eligibility check: from a visitor's answers to a verdict per track, with every reason.

Source: Jumelage, issue 4, item 3 (at most eight questions, a verdict per track with the article for
each reason); the three objectives of the call of Uccle, as in calls.md §3.2.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.calls.rules.conditions import (
    Answers,
    Comparison,
    comparisons,
    read_condition,
    spares,
)

MOST_QUESTIONS = 8
_LONGEST_NUMBER = 9
Outcome = Literal["yes", "no", "unsure"]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question: its codes of answer, or none where it asks a number."""

    code: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Needed:
    """A requirement of one track (slug), or of every track when that is empty."""

    code: str
    needs: str
    track: str = ""
    article: str = ""


@dataclass(frozen=True)
class Reason:
    """A requirement and whether it is met; None: an answer is missing."""

    needed: Needed
    met: bool | None


@dataclass(frozen=True)
class TrackVerdict:
    """What the answers mean for a track: "no" when a requirement fails, "unsure" when one is open.

    A requirement that does not concern who answers so is no reason.
    """

    track: str
    outcome: Outcome
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Slip:
    """A mistake in the check: the requirement or question, the code of the sentence, its details."""

    at: str
    code: str
    details: tuple[tuple[str, str], ...] = ()


def verdicts(
    tracks: Sequence[str], needed: Sequence[Needed], answers: Answers
) -> list[TrackVerdict]:
    """The verdict for each of `tracks` (slugs). Raises Refused("condition-unreadable")."""
    return [_verdict(track, needed, answers) for track in tracks]


def slips(
    asked: Sequence[Asked], needed: Sequence[Needed], articles: Collection[str]
) -> list[Slip]:
    """What is wrong with a check, in order; `articles` are the numbers of the regulation."""
    found: list[Slip] = []
    if len(asked) > MOST_QUESTIONS:
        details = (("most", str(MOST_QUESTIONS)), ("count", str(len(asked))))
        found.append(Slip("", "too-many-questions", details))
    known = {one.code: one for one in asked}
    for one in needed:
        found += _slips_of(one, known)
        if one.article and one.article not in articles:
            found.append(Slip(one.code, "article-unknown", (("article", one.article),)))
    return found


def readable_answers(asked: Sequence[Asked], given: Mapping[str, str]) -> dict[str, str]:
    """The answers that are possible; others count as not given."""
    found = {}
    for one in asked:
        answer = given.get(one.code, "").strip()
        if answer in one.choices or (
            not one.choices and answer.isdecimal() and len(answer) <= _LONGEST_NUMBER
        ):
            found[one.code] = answer
    return found


def _verdict(track: str, needed: Sequence[Needed], answers: Answers) -> TrackVerdict:
    conditions = [(one, read_condition(one.needs)) for one in needed if one.track in {"", track}]
    reasons = tuple(
        Reason(one, condition.holds(answers))
        for one, condition in conditions
        if not spares(condition, answers)
    )
    found = {reason.met for reason in reasons}
    outcome: Outcome = "no" if False in found else "unsure" if None in found else "yes"
    return TrackVerdict(track, outcome, reasons)


def _slips_of(one: Needed, known: Mapping[str, Asked]) -> Iterator[Slip]:
    try:
        condition = read_condition(one.needs)
    except Refused as refusal:
        yield Slip(one.code, refusal.code, tuple(refusal.details.items()))
        return
    for comparison in comparisons(condition):
        if slip := _slip_of(one.code, comparison, known.get(comparison.on)):
            yield slip


def _slip_of(at: str, comparison: Comparison, question: Asked | None) -> Slip | None:
    if question is None:
        return Slip(at, "question-unknown", (("question", comparison.on),))
    numeric = comparison.sign in {">=", "<=", ">", "<"}
    if numeric and question.choices:
        return Slip(at, "answer-no-number", (("question", comparison.on),))
    wrong = [
        value for value in comparison.values if question.choices and value not in question.choices
    ]
    if wrong:
        details = (("question", comparison.on), ("answer", wrong[0]))
        return Slip(at, "answer-unknown", details)
    return None
