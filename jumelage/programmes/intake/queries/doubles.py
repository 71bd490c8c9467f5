"""Which deposited applications are like one, and why."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext

from jumelage.programmes.applications.choices import Likeness, State
from jumelage.programmes.applications.models import (
    Application,
    Comparison,
    Deposit,
    Fingerprint,
)
from jumelage.programmes.applications.permissions import Part
from jumelage.programmes.applications.queries.deposits import content_of
from jumelage.programmes.applications.queries.files import Access, numbered, visible_to
from jumelage.programmes.intake.queries.marks import fingerprints_in, keyed
from jumelage.programmes.intake.rules.likeness import alike_share, marks_in, text_in

# More than anybody reads; those with the most reasons come first.
MOST = 50
_MOST_TEXTS = 12
_NEEDED = frozenset({Part.ANSWERS, Part.ACCOUNT, Part.PEOPLE})


@dataclass
class Alike:
    """Another application, why it may be the same one or of the same applicant, and what a clerk said of it."""

    application: Application
    reasons: list[str] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    comparison: Comparison | None = None
    same_call: bool = False


def may_compare(access: Access) -> bool:
    """Whether the doubles of this file may be shown: they tell of accounts, people and answers."""
    return access.parts >= _NEEDED and access.application.state == State.DEPOSITED


def doubles_of(user: Any, access: Access) -> list[Alike]:
    """Applications like the one of `access`, those with the most reasons first; none where its parts may not be seen.

    At most 8 queries, however many applications there are.
    """
    if not may_compare(access):
        return []
    application, content = access.application, content_of(access.application) or {}
    labels = {(mark.kind, keyed(mark.kind, mark.value)): mark.label for mark in marks_in(content)}
    shared = _shared(application, fingerprints_in(content))
    same_text = _same_text(text_in(content), shared)
    found = {one.pk: one for one in _visible(user, _ranked(shared, same_text))}
    said = _said(application, found)
    rows = []
    for number, other in found.items():
        marks = [mark for mark in shared[number] if mark[0] != Likeness.TEXT]
        rows.append(_alike(other, application, marks, labels, same_text.get(number)))
        rows[-1].comparison = said.get(number)
    return sorted(
        rows, key=lambda one: (bool(one.comparison), -len(one.kinds), -one.application.pk)
    )


def _alike(
    other: Application,
    application: Application,
    marks: Iterable[tuple[str, str]],
    labels: Mapping[tuple[str, str], str],
    share: float | None,
) -> Alike:
    row = Alike(other, same_call=other.call_id == application.call_id)
    for mark in sorted(marks, key=lambda one: Likeness.values.index(one[0])):
        row.kinds.add(mark[0])
        row.reasons.append(_told(mark[0], labels[mark]))
    if share is not None:
        row.kinds.add(Likeness.TEXT)
        same = gettext("{percent} % of the letters").format(percent=int(share * 100))
        row.reasons.append(_told(Likeness.TEXT, same))
    return row


def _told(kind: str, value: str) -> str:
    return gettext("{reason}: {value}").format(reason=Likeness(kind).label, value=value)


def _shared(
    application: Application, own: Iterable[tuple[str, str]]
) -> dict[int, set[tuple[str, str]]]:
    """By other application: the fingerprints that it shares. 1 query."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for kind, value in own:
        wanted[kind].append(value)
    if not wanted:
        return {}
    asked = Q()
    for kind, values in wanted.items():
        asked |= Q(kind=kind, value__in=values)
    rows = Fingerprint.objects.filter(asked).exclude(application=application.pk)
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for number, kind, value in rows.order_by().values_list("application_id", "kind", "value"):
        found[number].add((kind, value))
    return found


def _same_text(text: str, shared: Mapping[int, set[tuple[str, str]]]) -> dict[int, float]:
    """By other application: how alike the texts are, where they nearly are the same. 1 query."""
    bands = Counter(
        {
            number: sum(kind == Likeness.TEXT for kind, _value in marks)
            for number, marks in shared.items()
        }
    )
    close = [number for number, count in bands.most_common(_MOST_TEXTS) if count]
    standing = Deposit.objects.filter(application__in=close, withdrawn_at=None)
    found = {}
    for number, content in standing.values_list("application_id", "content"):
        share = alike_share(text, text_in(json.loads(content)))
        if share:
            found[number] = share
    return found


def _ranked(
    shared: Mapping[int, set[tuple[str, str]]], same_text: Mapping[int, float]
) -> list[int]:
    """The numbers of the most alike: a band in common is no reason yet."""
    reasons = {
        number: sum(kind != Likeness.TEXT for kind, _value in marks) + (number in same_text)
        for number, marks in shared.items()
    }
    ordered = sorted(reasons, key=lambda number: (-reasons[number], -number))
    return [number for number in ordered if reasons[number]][:MOST]


def _visible(user: Any, numbers: list[int]) -> list[Application]:
    found = numbered(visible_to(user).filter(pk__in=numbers, state=State.DEPOSITED))
    return list(found.select_related("call", "track", "organisation__dossier"))


def _said(application: Application, others: Iterable[int]) -> dict[int, Comparison]:
    """What clerks said of these pairs, by the other's number. 1 query."""
    mine, theirs = application.pk, list(others)
    pairs = Q(first=mine, second__in=theirs) | Q(second=mine, first__in=theirs)
    found = Comparison.objects.filter(pairs).select_related("by")
    return {one.second_id if one.first_id == mine else one.first_id: one for one in found}
