"""Questions about calls. What visitors and applicants read comes from the last publication."""

from jumelage.programmes.calls.queries.alerts import processings
from jumelage.programmes.calls.queries.calls import (
    call_named,
    next_moment,
    open_calls,
    published_calls,
)
from jumelage.programmes.calls.queries.desk import form_uses, waiting
from jumelage.programmes.calls.queries.front import calls_at_hand
from jumelage.programmes.calls.queries.regulation import (
    Regulation,
    asked_documents,
    content_of,
    in_force,
    published,
    read_content,
    track_of,
    working,
)

__all__ = [
    "Regulation",
    "asked_documents",
    "call_named",
    "calls_at_hand",
    "content_of",
    "form_uses",
    "in_force",
    "next_moment",
    "open_calls",
    "processings",
    "published",
    "published_calls",
    "read_content",
    "track_of",
    "waiting",
    "working",
]
