"""What the scanner says of a file, what people may choose, and what has arrived of those that come in pieces."""

from jumelage.foundation.uploads.queries.choosing import choosable
from jumelage.foundation.uploads.queries.pieces import (
    Sent,
    expires_at,
    finished_upload,
    offset_of,
    partial_upload,
    place_of,
)
from jumelage.foundation.uploads.queries.processings import processings
from jumelage.foundation.uploads.queries.scanner import virus_in

__all__ = [
    "Sent",
    "choosable",
    "expires_at",
    "finished_upload",
    "offset_of",
    "partial_upload",
    "place_of",
    "processings",
    "virus_in",
]
