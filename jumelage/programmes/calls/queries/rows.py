"""The rows that a call is made of, by the names that the desk gives their kinds."""

from typing import Any

from django.db import models

from jumelage.foundation.kernel.translated import TranslatedField
from jumelage.programmes.calls.models import (
    Article,
    AskedDocument,
    Call,
    CallDate,
    CallDocument,
    Criterion,
    Envelope,
    Faq,
    Question,
    Requirement,
    Track,
)

# Kind → its model, and the field by which a row is known inside its call.
ROWS: dict[str, tuple[type[models.Model], str]] = {
    "article": (Article, "number"),
    "track": (Track, "slug"),
    "envelope": (Envelope, "slug"),
    "criterion": (Criterion, "slug"),
    "asked-document": (AskedDocument, "slug"),
    "question": (Question, "slug"),
    "requirement": (Requirement, "slug"),
    "date": (CallDate, "slug"),
    "faq": (Faq, "slug"),
    "document": (CallDocument, "document"),
}
# Shown to visitors as soon as they are kept.
PRACTICAL = frozenset({"date", "faq", "document"})
# The related name of each kind on a call.
LISTS = {
    "article": "articles",
    "track": "tracks",
    "envelope": "envelopes",
    "criterion": "criteria",
    "asked-document": "asked_documents",
    "question": "questions",
    "requirement": "requirements",
    "date": "dates",
    "faq": "faqs",
    "document": "call_documents",
}


def row_of(call: Call, kind: str, number: int) -> Any:
    """The row `number` of `call`; None when there is none. 1 query."""
    return ROWS[kind][0]._default_manager.filter(call=call, pk=number).first()


def texts_of(row: models.Model) -> dict[str, dict[str, str]]:
    """The texts that a visitor would read of `row`: those that are needed and those that are begun."""
    return {
        field.name: getattr(row, field.name) or {}
        for field in row._meta.concrete_fields
        if isinstance(field, TranslatedField)
        and (not field.blank or any((getattr(row, field.name) or {}).values()))
    }


def is_published_track(call: Call, row: models.Model) -> bool:
    """Whether `row` is a track that visitors know: people may have applied for it."""
    if not isinstance(row, Track) or call.current is None:
        return False
    return row.pk in {values["id"] for values in call.current.content["tracks"]}
