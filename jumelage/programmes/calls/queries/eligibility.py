"""The eligibility check of a regulation, for the rules and for visitors."""

from collections.abc import Mapping
from dataclasses import dataclass

from jumelage.programmes.calls.models import Article, Question, Requirement, Track
from jumelage.programmes.calls.queries.regulation import Regulation
from jumelage.programmes.calls.rules.eligibility import (
    Asked,
    Needed,
    readable_answers,
    verdicts,
)


@dataclass(frozen=True)
class Because:
    """A requirement, the article it stands in, and whether it is met (None: an answer is missing)."""

    requirement: Requirement
    article: Article | None
    met: bool | None


@dataclass(frozen=True)
class Judged:
    """A track, "yes", "no" or "unsure", and every reason; those that decide come first."""

    track: Track
    outcome: str
    reasons: list[Because]


def asked_of(regulation: Regulation) -> list[Asked]:
    """The questions, as the rules take them. No query."""
    return [Asked(code=one.slug, choices=_codes(one)) for one in regulation.questions]


def needed_of(regulation: Regulation) -> list[Needed]:
    """The requirements, as the rules take them. No query."""
    return [
        Needed(
            code=one.slug,
            needs=one.needs,
            track=one.track.slug if one.track else "",
            article=one.article,
        )
        for one in regulation.requirements
    ]


def judge(regulation: Regulation, given: Mapping[str, str]) -> list[Judged]:
    """A verdict per track for the answers `given` (by slug of question). No query; nothing is kept.

    Raises Refused("condition-unreadable"), which a published call never does.
    """
    answers = readable_answers(asked_of(regulation), given)
    found = verdicts([one.slug for one in regulation.tracks], needed_of(regulation), answers)
    tracks = {track.slug: track for track in regulation.tracks}
    rows = {one.slug: one for one in regulation.requirements}
    judged = []
    for verdict in found:
        reasons = [
            Because(rows[reason.needed.code], regulation.article(reason.needed.article), reason.met)
            for reason in verdict.reasons
        ]
        reasons.sort(key=lambda one: {False: 0, None: 1, True: 2}[one.met])
        judged.append(Judged(tracks[verdict.track], verdict.outcome, reasons))
    return judged


def _codes(question: Question) -> tuple[str, ...]:
    return tuple(str(choice["code"]) for choice in question.choices)
