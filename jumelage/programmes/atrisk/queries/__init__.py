"""Questions of the room. Restricted records leave it through `visible_to` alone."""

from jumelage.programmes.atrisk.queries.files import (
    contradictions_of,
    file_of,
    files,
    history_lines,
    visible_to,
    waiting,
)
from jumelage.programmes.atrisk.queries.processings import processings
from jumelage.programmes.atrisk.queries.public import (
    memberships,
    published_people,
    published_person,
    was_stopped,
)

__all__ = [
    "contradictions_of",
    "file_of",
    "files",
    "history_lines",
    "memberships",
    "processings",
    "published_people",
    "published_person",
    "visible_to",
    "waiting",
    "was_stopped",
]
