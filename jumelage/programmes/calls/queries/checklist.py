"""What a call still lacks: what keeps it from being published, and what visitors would miss."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models

from jumelage.city.evidence.queries import facts_proven
from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.foundation.questionnaires.queries.answering import (
    CONTEXT,
    Definition,
    definition_mistakes,
    tests_in,
    text_in,
)
from jumelage.foundation.questionnaires.queries.forms import current_version, definition_of
from jumelage.foundation.questionnaires.queries.outline import mistakes_told
from jumelage.foundation.questionnaires.queries.wording import reader
from jumelage.programmes.calls.choices import Authority, DateKind, State
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.eligibility import asked_of, needed_of
from jumelage.programmes.calls.queries.practical import documents_of
from jumelage.programmes.calls.queries.regulation import Regulation, working
from jumelage.programmes.calls.queries.rows import texts_of
from jumelage.programmes.calls.rules.eligibility import slips
from jumelage.programmes.calls.rules.envelopes import Reserved, excess_cents, weights_off
from jumelage.programmes.calls.rules.states import Facts, state_at

_CITING = ("tracks", "envelopes", "criteria", "asked_documents")
_TRACK = f"{CONTEXT}track"
_RULES = ("articles", *_CITING)
# Lacks that a source repairs.
UNSOURCED = frozenset({"evidence-missing", "budget-unproven"})


@dataclass(frozen=True)
class Lack:
    """Something missing or wrong. `must`: it keeps the call from being published. `list` and `row` say where."""

    code: str
    must: bool = True
    list: str = "call"
    row: Any = None
    details: dict[str, Any] = field(default_factory=dict)


def lacks_of(call: Call, *, now: datetime) -> list[Lack]:
    """What `call`, as it is written, lacks. A call that is over needs only its title and summary.

    At most 14 queries.
    """
    regulation = working(call)
    over = _would_be_over(call, now)
    rows = {name: list(getattr(call, name).all()) for name in ("dates", "faqs")}
    rows["call_documents"] = list(documents_of(call))
    found = [*_texts(regulation, rows, over=over), *_consistency(regulation, rows)]
    if not over:
        found += [*_needed(regulation), *_form(regulation), *_welcome(regulation, rows)]
    return found


def musts(lacks: list[Lack]) -> list[Lack]:
    """Those that keep the call from being published."""
    return [lack for lack in lacks if lack.must]


def _would_be_over(call: Call, now: datetime) -> bool:
    facts = Facts(**{**vars(call.facts), "published": True})
    return State(state_at(facts, now=now)) == State.CLOSED


def _texts(regulation: Regulation, rows: dict[str, list[Any]], *, over: bool) -> Iterator[Lack]:
    """Texts that are needed, or begun in one language, stand in every required language."""
    needed = {"summary"} if over else {"summary", "how_to_apply"}
    yield from _texts_of(regulation.call, "call", needed)
    for name in regulation.ROWS:
        for row in getattr(regulation, name):
            yield from _texts_of(row, name, set())
    for name, some in rows.items():
        for row in some:
            yield from _texts_of(row, name, set())


def _texts_of(row: models.Model, where: str, needed: set[str]) -> Iterator[Lack]:
    for one in row._meta.concrete_fields:
        if not isinstance(one, TranslatedField):
            continue
        text = getattr(row, one.name) or {}
        if any(text.values()) or not one.blank or one.name in needed:
            for language in settings.REQUIRED_LANGUAGES:
                if not text.get(language, "").strip():
                    details = {"field": one.name, "language": language}
                    yield Lack("text-missing", list=where, row=row, details=details)


def _needed(regulation: Regulation) -> Iterator[Lack]:
    call = regulation.call
    if call.opens_on is None:
        yield Lack("opening-missing")
    if call.closes_at is None:
        yield Lack("closing-missing")
    if not regulation.articles:
        yield Lack("articles-missing", list="articles")
    if not regulation.tracks:
        yield Lack("tracks-missing", list="tracks")


def _consistency(regulation: Regulation, rows: dict[str, list[Any]]) -> Iterator[Lack]:
    numbers = {article.number for article in regulation.articles}
    citing = [(name, row) for name in _CITING for row in getattr(regulation, name)]
    for name, row in [*citing, *(("faqs", row) for row in rows["faqs"])]:
        if row.article and row.article not in numbers:
            yield Lack("article-unknown", list=name, row=row, details={"article": row.article})
    reserved = [
        Reserved(kind=one.kind, amount_cents=one.amount_cents) for one in regulation.envelopes
    ]
    if excess := excess_cents(reserved, regulation.call.budget_cents):
        yield Lack("envelopes-above-budget", list="envelopes", details={"cents": excess})
    yield from _weights(regulation)
    asked, needed = asked_of(regulation), needed_of(regulation)
    by_code = {one.slug: one for one in regulation.requirements}
    for slip in slips(asked, needed, numbers):
        where = "requirements" if slip.at else "questions"
        yield Lack(slip.code, list=where, row=by_code.get(slip.at), details=dict(slip.details))


def _weights(regulation: Regulation) -> Iterator[Lack]:
    weights = {
        track.slug: [one.weight for one in regulation.criteria if one.track_id in {None, track.pk}]
        for track in regulation.tracks
    }
    for slug, total in weights_off(weights).items():
        track = next(one for one in regulation.tracks if one.slug == slug)
        yield Lack("weights-off", list="criteria", row=track, details={"total": total})


def _form(regulation: Regulation) -> Iterator[Lack]:
    call = regulation.call
    if call.form is None:
        yield Lack("form-missing", must=False)
        return
    version = current_version(call.form)
    if version is None:
        yield Lack("form-unpublished", list="form", row=call.form)
        return
    numbers = {article.number for article in regulation.articles}
    definition = definition_of(version)
    found = definition_mistakes(definition, numbers, settings.REQUIRED_LANGUAGES)
    for details in mistakes_told(found, definition):
        yield Lack("form-wrong", list="form", row=call.form, details=details)
    tracks = {track.slug for track in regulation.tracks}
    for details in _tracks_missed(definition, tracks):
        yield Lack("form-track-unknown", must=False, list="form", row=call.form, details=details)


def _tracks_missed(definition: Definition, tracks: set[str]) -> Iterator[dict[str, Any]]:
    """Each track that is none of `tracks` and that conditions of the form name: it was made for another call."""
    found: dict[str, list[tuple[str, str]]] = {}
    for section in definition.sections:
        parts: list[tuple[Any, str]] = [(section, text_in(section.title, reader()))]
        parts += [(field, text_in(field.label, reader())) for field in section.fields]
        for part, label in parts:
            named = {str(test.value) for test in tests_in(part.when) if test.on == _TRACK}
            for track in sorted(named - tracks):
                found.setdefault(track, []).append((part.code, label))
    for track, places in found.items():
        labels = ", ".join(label for _code, label in places)
        yield {"track": track, "places": labels, "section": places[0][0]}


def _welcome(regulation: Regulation, rows: dict[str, list[Any]]) -> Iterator[Lack]:
    """What visitors would miss."""
    missing = {
        "check-missing": ("questions", not (regulation.questions and regulation.requirements)),
        "criteria-missing": ("criteria", not regulation.criteria),
        "contact-missing": ("call", not regulation.call.contact_email),
        "session-missing": (
            "dates",
            all(one.kind != DateKind.INFORMATION for one in rows["dates"]),
        ),
    }
    for code, (where, lacks) in missing.items():
        if lacks:
            yield Lack(code, must=False, list=where)
    for row in rows["call_documents"]:
        if not row.document.file:
            yield Lack("file-missing", must=False, list="call_documents", row=row)
        elif row.document.tagged is False:
            yield Lack("file-untagged", must=False, list="call_documents", row=row)
    yield from _unproven(regulation)
    if before := regulation.call.cloned_from:
        yield from _outdated(regulation, rows, str(before.year))


def _outdated(regulation: Regulation, rows: dict[str, list[Any]], year: str) -> Iterator[Lack]:
    """Texts of a cloned call that still name the `year` of the one before."""
    own = {name: getattr(regulation, name) for name in regulation.ROWS}
    for name, some in {"call": [regulation.call], **own, **rows}.items():
        for row in some:
            for code, text in texts_of(row).items():
                for language, words in text.items():
                    if year in words and year != str(regulation.call.year):
                        details = {"field": code, "language": language, "year": year}
                        yield Lack("year-before", must=False, list=name, row=row, details=details)


def _unproven(regulation: Regulation) -> Iterator[Lack]:
    """Official rules, and an official budget, for which no source is given."""
    call = regulation.call
    rows = [(name, row) for name in _RULES for row in getattr(regulation, name)]
    official = [(name, row) for name, row in rows if row.authority == Authority.OFFICIAL]
    proven = facts_proven([call, *(row for _name, row in official)])
    if (
        call.budget_cents is not None
        and call.budget_authority == Authority.OFFICIAL
        and "budget_cents" not in proven[call]
    ):
        yield Lack("budget-unproven", must=False, row=call)
    for name, row in official:
        if not proven[row]:
            yield Lack("evidence-missing", must=False, list=name, row=row)
