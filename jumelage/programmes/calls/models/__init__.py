"""Calls, what they hold, what was published of them, and who asked to be told."""

from jumelage.programmes.calls.models.alert import Alert, Subscription
from jumelage.programmes.calls.models.call import Call
from jumelage.programmes.calls.models.eligibility import Question, Requirement
from jumelage.programmes.calls.models.practical import CallDate, CallDocument, Faq
from jumelage.programmes.calls.models.publication import Notice, Publication
from jumelage.programmes.calls.models.regulation import (
    Article,
    AskedDocument,
    Criterion,
    Envelope,
    Track,
)

__all__ = [
    "Alert",
    "Article",
    "AskedDocument",
    "Call",
    "CallDate",
    "CallDocument",
    "Criterion",
    "Envelope",
    "Faq",
    "Notice",
    "Publication",
    "Question",
    "Requirement",
    "Subscription",
    "Track",
]
