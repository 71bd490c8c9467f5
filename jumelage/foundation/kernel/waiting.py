"""What waits for somebody of the staff: a heading, how many, and where to go."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One line of the desk's home. A room gives its own from `queries.waiting(user, today)`, in order of need.

    `examples` are up to three (label, address); `urgent` puts the line first. `count` 0 is not shown.
    """

    title: Any
    count: int
    address: str
    examples: tuple[tuple[Any, str], ...] = ()
    urgent: bool = False
