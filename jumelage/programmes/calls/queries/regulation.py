"""The regulation of a call, as it is being written and as it was published."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models

from jumelage.programmes.calls.models import (
    Article,
    AskedDocument,
    Call,
    Criterion,
    Envelope,
    Question,
    Requirement,
    Track,
)

# The fields of a call that a publication freezes; its dates and state change by their own acts.
FROZEN = (
    *("year", "title", "summary", "purpose", "how_to_apply", "contact", "contact_email"),
    *("budget_cents", "budget_authority", "grace_minutes", "completion_days"),
    *("draft_retention_days", "de_facto_min_persons", "demonstration"),
)


@dataclass(frozen=True, kw_only=True)
class Regulation:
    """A call's texts and rows: working ones, or those of one publication.

    Every row keeps the primary key of the working row, also when that one has changed since.
    """

    ROWS: ClassVar[dict[str, type[models.Model]]] = {
        "articles": Article,
        "tracks": Track,
        "envelopes": Envelope,
        "criteria": Criterion,
        "asked_documents": AskedDocument,
        "questions": Question,
        "requirements": Requirement,
    }
    call: Call
    articles: list[Article]
    tracks: list[Track]
    envelopes: list[Envelope]
    criteria: list[Criterion]
    asked_documents: list[AskedDocument]
    questions: list[Question]
    requirements: list[Requirement]

    def article(self, number: str) -> Article | None:
        """The article that people quote as `number`."""
        return next((one for one in self.articles if one.number == number), None)


def working(call: Call) -> Regulation:
    """The texts of `call` as the staff writes them. 7 queries."""
    rows: dict[str, Any] = {name: list(getattr(call, name).all()) for name in Regulation.ROWS}
    _link(call, rows)
    return Regulation(call=call, **rows)


def published(call: Call) -> Regulation | None:
    """The texts of `call` as last published, or None. No query when `call.current` is at hand."""
    return read_content(call, call.current.content) if call.current else None


def in_force(call: Call, name: str) -> int:
    """What the number `name` of the regulation says as last published, or as written where nothing was published yet:
    nobody changes a rule before the notice that tells it. No query when `call.current` is at hand.
    """
    written: int = getattr(call, name)
    return int(call.current.content["call"].get(name, written)) if call.current else written


def content_of(regulation: Regulation) -> dict[str, Any]:
    """The texts in plain values, as a publication freezes them."""
    content: dict[str, Any] = {"call": {name: getattr(regulation.call, name) for name in FROZEN}}
    for name in Regulation.ROWS:
        content[name] = [_plain(row) for row in getattr(regulation, name)]
    return content


def read_content(call: Call, content: dict[str, Any]) -> Regulation:
    """The texts that a publication froze. No query."""
    head = copy(call)
    for name, value in content["call"].items():
        setattr(head, name, Call._meta.get_field(name).to_python(value))  # type: ignore[union-attr]
    rows: dict[str, Any] = {
        name: [_row(model, values) for values in content.get(name, [])]
        for name, model in Regulation.ROWS.items()
    }
    _link(head, rows)
    return Regulation(call=head, **rows)


def track_of(call: Call, slug: str) -> Track | None:
    """The track `slug` as published: caps, minimum (cents), share of costs (percent). No query."""
    regulation = published(call)
    tracks = regulation.tracks if regulation else []
    return next((track for track in tracks if track.slug == slug), None)


def asked_documents(regulation: Regulation, track: str, applicant: str) -> list[AskedDocument]:
    """What an `applicant` (code of `ApplicantKind`) joins to an application for `track` (slug)."""
    return [
        one
        for one in regulation.asked_documents
        if (one.track is None or one.track.slug == track)
        and (not one.applicants or applicant in one.applicants)
    ]


def _plain(row: models.Model) -> dict[str, Any]:
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name != "call"
    }


def _row(model: type[models.Model], values: dict[str, Any]) -> models.Model:
    """A row as it was frozen; a field that came later has its default."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(
        **{
            name: fields[name].to_python(value)
            for name, value in values.items()
            if name in fields and name != "call_id"
        }
    )


def _link(call: Call, rows: dict[str, Iterable[Any]]) -> None:
    """Give each row its call and its track, so that nothing asks for them again."""
    tracks = {track.pk: track for track in rows["tracks"]}
    for name in Regulation.ROWS:
        for row in rows[name]:
            row.call = call
            if hasattr(row, "track_id"):
                row.track = tracks.get(row.track_id)
