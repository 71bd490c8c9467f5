"""What can be refused to a person, by name."""

from typing import Any


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a failure
    """The request is understood and not allowed.

    `code` names the reason (its sentence stands in the room's `phrases.py`);
    `details` fill the sentence, for example `{"limit": "8 000 €"}`.
    """

    def __init__(self, code: str, /, **details: Any) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details
