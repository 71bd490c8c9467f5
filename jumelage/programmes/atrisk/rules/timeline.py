"""The order of what is known only in part, and what contradicts what. Nothing is corrected: it is kept, and flagged.

Source: domain notes on persons in danger, §0.2 and §0.4 (two statements of one page that exclude each other), §7b.1.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jumelage.foundation.kernel.partial_dates import PartialDate


@dataclass(frozen=True)
class Moment:
    """What the rules need of an event: its key, kind, and when (an interval when `until` is known)."""

    key: str
    kind: str
    date: PartialDate | None = None
    until: PartialDate | None = None

    @property
    def earliest(self) -> dt.date:
        """The first day it can be; an unknown date comes last."""
        return self.date.earliest if self.date else dt.date.max

    @property
    def latest(self) -> dt.date:
        """The last day it can be."""
        last = self.until or self.date
        return last.latest if last else dt.date.max

    def surely_before(self, other: Moment) -> bool:
        """Whether every day it can be lies before every day of `other`."""
        return self.latest < other.earliest


@dataclass(frozen=True)
class Contradiction:
    """Two events (by key) that cannot both be right, and why, by code."""

    code: str
    first: str
    second: str


def in_order(moments: Iterable[Moment]) -> list[str]:
    """Keys in order of time: by first possible day, then the more exact, then as given; unknown dates last."""
    return [one.key for one in sorted(moments, key=lambda one: (one.earliest, one.latest))]


def contradictions(moments: Sequence[Moment]) -> list[Contradiction]:
    """What contradicts what: "detention-elsewhen", "release-unarrested" or "after-death"."""
    dated = [one for one in moments if one.date]
    return [
        *_detentions(dated),
        *_releases(dated),
        *_after_death(dated),
    ]


def _of(moments: Sequence[Moment], *kinds: str) -> list[Moment]:
    return [one for one in moments if one.kind in kinds]


def _detentions(moments: Sequence[Moment]) -> list[Contradiction]:
    """Detentions told twice: "since D" fits some arrest, or nobody was surely arrested before without a release."""
    found = []
    for since in _of(moments, "detention"):
        arrests = _of(moments, "arrest")
        if any(_meet(since, arrest) for arrest in arrests):
            continue
        before = [one for one in arrests if one.surely_before(since)]
        if not before:
            found += [
                Contradiction("detention-elsewhen", one.key, since.key) for one in arrests[-1:]
            ]
            continue
        last = max(before, key=lambda one: one.earliest)
        if not any(
            last.surely_before(release) and release.surely_before(since)
            for release in _of(moments, "release")
        ):
            found.append(Contradiction("detention-elsewhen", last.key, since.key))
    return found


def _meet(one: Moment, other: Moment) -> bool:
    return not (one.surely_before(other) or other.surely_before(one))


def _releases(moments: Sequence[Moment]) -> list[Contradiction]:
    """A release before every arrest that is told."""
    arrests = _of(moments, "arrest", "detention")
    if not arrests:
        return []
    first = min(arrests, key=lambda one: one.earliest)
    return [
        Contradiction("release-unarrested", release.key, first.key)
        for release in _of(moments, "release")
        if all(release.surely_before(arrest) for arrest in arrests)
    ]


def _after_death(moments: Sequence[Moment]) -> list[Contradiction]:
    """An arrest or a release after a death."""
    return [
        Contradiction("after-death", death.key, later.key)
        for death in _of(moments, "death")
        for later in _of(moments, "arrest", "detention", "release")
        if death.surely_before(later)
    ]
