"""The rules of hours, states and marks, as the rooms above use them."""

from jumelage.programmes.applications.rules.content import grouped, mark_of
from jumelage.programmes.applications.rules.deadline import (
    OPEN_DOORS,
    Deadline,
    Door,
    Use,
    door_to,
    ends_at,
)
from jumelage.programmes.applications.rules.lifecycle import WRITABLE

__all__ = [
    "OPEN_DOORS",
    "WRITABLE",
    "Deadline",
    "Door",
    "Use",
    "door_to",
    "ends_at",
    "grouped",
    "mark_of",
]
